/*
 * `npm run bench`: measures, prints the table and leaves it in bench/RESULTS.md. Fails only where something could not
 * be measured. `node bench/main.ts PART` measures one part and prints it; RESULTS.md stays as it is. Parts: `start`,
 * `warm`, `reading`, `accepted`, `elsewhere`, `board`, `files`, `letters` (`letters 500`: fewer of them), and `pages` for what is
 * measured in a browser (`pages weight`: one part of that).
 */
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Line, page } from './results.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'what' in value && 'isMet' in value

const part = process.argv.slice(2)

const measured = (): Promise<readonly Line[]> =>
  new Promise((resolve, reject) => {
    const child = fork(here('./measure.ts'), part, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let lines: readonly Line[] = []
    child.on('message', (told) => {
      if (Array.isArray(told) && told.every(isLine)) lines = told
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 && lines.length > 0 ? resolve(lines) : reject(new Error('something could not be measured')),
    )
  })

const text = page(await measured())
if (part.length === 0) writeFileSync(here('./RESULTS.md'), text)
console.log(text)
