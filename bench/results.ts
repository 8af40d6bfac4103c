/* What was measured, as a page: ratios, exact counts, weights; the aim and whether it is met. */
import { cpus, totalmem } from 'node:os'
import type { Ratio } from './ratio.ts'
import type { Traffic } from './traffic.ts'
import type { Weight } from './weights.ts'

export interface Line {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly result: string
  readonly aim: string
  readonly isMet: boolean
}

const decimals = (value: number): string => value.toFixed(2)

export const printedRatio = ({ median, from, to }: Ratio): string =>
  `${decimals(median)} × (${decimals(from)}–${decimals(to)})`

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`

export const printedTraffic = ({ calls, sent, received }: Traffic): string =>
  `${calls} calls, ${sent} B sent, ${received} B received`

export const ratioLine = (what: string, against: string, ratio: Ratio, atMost: number): Line => ({
  what,
  ours: '',
  against,
  result: printedRatio(ratio),
  aim: `≤ ${atMost} ×`,
  isMet: ratio.median <= atMost,
})

const printedWeight = ({ atStart, whole }: Weight): string =>
  atStart === whole ? kilobytes(whole) : `${kilobytes(atStart)} at start, ${kilobytes(whole)} in all`

/** What a start loads is compared with a limit; the rest, and the bare handler's, are told beside it. */
export const weightLine = (what: string, ours: Weight, bare: Weight, atMost: number): Line => ({
  what,
  ours: printedWeight(ours),
  against: `bare handler: ${printedWeight(bare)}`,
  result: kilobytes(ours.atStart),
  aim: `≤ ${kilobytes(atMost)}`,
  isMet: ours.atStart <= atMost,
})

export const trafficLine = (what: string, ours: Traffic, against: string, other: Traffic, equal: boolean): Line => ({
  what,
  ours: printedTraffic(ours),
  against: `${against}: ${printedTraffic(other)}`,
  result: `${ours.calls - other.calls} calls, ${ours.sent + ours.received - other.sent - other.received} B more`,
  aim: equal ? 'equal' : 'no call more',
  isMet: equal
    ? ours.calls === other.calls && ours.sent === other.sent && ours.received === other.received
    : ours.calls <= other.calls,
})

const machine = (): string => {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory} GB`
}

const explanation = `Every figure compares two sides in one run: the median over pairs run in turn, and in brackets the middle half of
the pairs. No absolute time is given: machines are shared and noisy. The bare handlers in \`bench/bare/\` are what one
would write without us: the same client and options of esbuild, the same calls side by side, the same items written
(proven before anything is measured), neither middy nor zod, and the one form written out in loops.

- **Start**: a fresh process imports the bundle and answers its first request: the return, the board, the report, a
  Word file. Node's own start is left out on both sides. By the clock, and as processor time, which a busy machine
  disturbs less and of which Lambda gives a function of 1,024 MB little more than half a processor.
- **Weight**: the files that a start loads, gzip level 9; what is loaded only when something first needs it (the Word
  library, the mail libraries) is told beside it.
- **Warm**: processor time of the process (user and system) around the handler, the SDK and the log line included.
- **Elsewhere**: one changed figure rolled up two levels, in a province where nobody, or 2,000 units under 20 other
  parents, stand below the other city; and a tick of \`remind\` with an open round and nothing owed.
- **Reading**: \`readDraft\` and all checks, last year's too, of a full return against \`JSON.parse\` of the same body.
`

/** RESULTS.md, whole. */
export const page = (lines: readonly Line[]): string => {
  const rows = lines.map(
    ({ what, ours, against, result, aim, isMet }) =>
      `| ${what} | ${ours} | ${against} | ${result} | ${aim} | ${isMet ? 'met' : '**missed**'} |`,
  )
  return `# Speed

Written by \`npm run bench\`. ${machine()}.

| What | Ours | Against | Result | Aim | |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${explanation}`
}
