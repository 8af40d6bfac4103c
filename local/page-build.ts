/* Builds the pages with Vite when their sources have changed since the last time. */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['web', 'shared']

/* Sources by content and packages by version; a test changes no page. */
const keyOfSources = (): string => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')))
  for (const folder of sources)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).toSorted((a, b) =>
      join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
    ))
      if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) {
        const file = join(entry.parentPath, entry.name)
        hash.update(file).update(readFileSync(file))
      }
  return hash.digest('hex').slice(0, 16)
}

const dayMs = 86_400_000

/* What earlier sources were built into; another process may just be reading what is young. */
const sweep = (parent: string, current: string): void => {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name)
    if (folder !== current && Date.now() - statSync(folder).mtimeMs > dayMs) rmSync(folder, { recursive: true })
  }
}

/**
 * The folder of the built pages, built anew where a source has changed. It is named after its sources and put in place
 * whole, so that two test runs that build at once do not see each other's half. Throws what Vite throws.
 */
export const builtPages = async (log: (line: string) => void = () => undefined): Promise<string> => {
  const parent = join(root, '.build', 'pages')
  const folder = join(parent, keyOfSources())
  if (existsSync(folder)) return folder
  log('正在生成网页 … building the pages')
  mkdirSync(parent, { recursive: true })
  const outDir = join(parent, randomUUID())
  const { build } = await import('vite')
  await build({
    configFile: join(root, 'web', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
  try {
    renameSync(outDir, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(outDir, { recursive: true })
  }
  sweep(parent, folder)
  return folder
}
