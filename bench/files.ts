/* Word, Excel and PDF against the same tables written straight with the library: processor time, and peak memory. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { printed } from '../functions/documents/formats.ts'
import { bareFiles } from './bare/files.ts'
import { benchModel } from './document-tables.ts'
import { cpuOf, inTurn } from './ratio.ts'
import { type Line, mostLine, ratioLine } from './results.ts'

const formats = ['docx', 'xlsx', 'pdf'] as const
const names = { docx: 'Word', xlsx: 'Excel', pdf: 'PDF' } as const

const peakOf = (side: 'ours' | 'bare', format: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./file-peak.ts', import.meta.url)), [side, format])
    let peak: number | undefined
    child.on('message', (told) => {
      if (typeof told === 'number') peak = told
    })
    child.once('error', reject)
    child.once('exit', () => (peak === undefined ? reject(new Error(`no peak of ${format}`)) : resolve(peak)))
  })

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

export const measureFiles = async (pairs: number): Promise<readonly Line[]> => {
  const lines: Line[] = []
  let n = 100
  const several = (make: (n: number) => Promise<unknown>) => () =>
    cpuOf(async () => {
      for (let i = 0; i < 3; i += 1) {
        n += 1
        await make(n)
      }
    })
  for (const format of formats) {
    const ours = several((one) => printed(benchModel(one), format))
    const bare = several((one) => bareFiles[format](benchModel(one)))
    await inTurn(4, ours, bare)
    const ratio = await inTurn(pairs, ours, bare)
    lines.push(
      ratioLine(
        `${names[format]} of a report, processor time`,
        'the same tables straight with the library',
        ratio,
        1.5,
      ),
    )
    const [our, their] = [await peakOf('ours', format), await peakOf('bare', format)]
    lines.push(
      mostLine(`${names[format]}: peak memory of ten`, {
        ours: megabytes(our),
        against: `straight with the library: ${megabytes(their)}`,
        value: our,
        atMost: their * 1.5,
        printed: megabytes,
      }),
    )
  }
  return lines
}
