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

/** Ours against something else; `atMost` absent: told without an aim. */
export const ratioLine = (what: string, against: string, ratio: Ratio, atMost?: number): Line => ({
  what,
  ours: '',
  against,
  result: printedRatio(ratio),
  aim: atMost === undefined ? '' : `≤ ${atMost} ×`,
  isMet: atMost === undefined || ratio.median <= atMost,
})

/** How many times the other is slower than ours. */
export const aheadLine = (what: string, other: string, ratio: Ratio, atLeast: number): Line => ({
  what,
  ours: '',
  against: other,
  result: `${printedRatio(ratio)} faster`,
  aim: `≥ ${atLeast} × faster`,
  isMet: ratio.median >= atLeast,
})

interface Most {
  readonly ours: string
  readonly against: string
  readonly value: number
  readonly atMost: number
  readonly printed: (value: number) => string
}

/** A number that is not above its limit. */
export const mostLine = (what: string, { ours, against, value, atMost, printed }: Most): Line => ({
  what,
  ours,
  against,
  result: printed(value),
  aim: `≤ ${printed(atMost)}`,
  isMet: value <= atMost,
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
- **The nation**: a full return's figures in a tree of five levels (31, 11, 10 and 11 units below one). For the roll-up the
  units on the way and all beside them are in the table. Made anew: every report from the figures of the 37,510 returns,
  the lowest first, against \`JSON.parse\` of the same bytes; of these a hundred different ones are read over and over.
- **First request of \`documents\`**: as «Start», against a bundle that imports and touches the libraries of such a
  request (SDK, middy, zod, logger, Temporal, big.js, calendar, docx) and does nothing.
- **Reading**: \`readDraft\` and all checks, last year's too, of a full return against \`JSON.parse\` of the same body.
- **Letters**: everything in the outbox delivered to a mail service in a process of its own that is slow, or takes so many
  a second, against a loop of the same \`SendRawEmail\` calls with letters of the same size; one run of each. Down for a
  day: 96 ticks by the letters' own clock at which the service answers 503.
- **Way to the open return**: a browser with an empty cache and a kept sign-in opens the address of a return; every
  script and style that it fetches until it is quiet, gzip level 9. Besides come the page itself, the icon and answers.
- **Keystroke**: table 3 of the 2021 edition, 25 × 7, all figures filled, in Chromium with its processor slowed down 4
  times. A digit is typed by a real key event into a cell, each time of another row, and taken back; counted is all
  that it sets off until the next frame: on our page the totals. What the checks say is drawn in the frame after it,
  and saving begins 400 ms later: both are in the line «each key saved», as if every key were saved alone. The bare
  page is the same table of native inputs with one listener that adds up the row and the column. SurveyJS has its
  multi-select matrix with number inputs, a total per row and per column, updated on typing, and no checks.
- **Opening**: from the click that shows the table until the page is quiet, on a page just loaded, with what it
  fetches some seconds later already there.
- **Scripts**: thread time of the main thread in calls into JavaScript and their microtasks, less the layout that a
  script waits for, out of a trace of the browser: \`ScriptDuration\` of \`Performance.getMetrics\` leaves out the
  microtasks in which Preact and SurveyJS draw. *All of the main thread* is every task: styles, layout and painting too.
- **Memory**: the JavaScript heap in use, garbage collected before and after, past a warm-up of 50 edits.
- **Lighthouse**: mobile preset, the return opened by somebody signed in, against a page of one heading and one
  paragraph from a server of the same code; the least of five runs, or the median of five pairs.
`

const verdict = (aim: string, isMet: boolean): string => (aim === '' ? '' : isMet ? 'met' : '**missed**')

/** RESULTS.md, whole. */
export const page = (lines: readonly Line[]): string => {
  const rows = lines.map(
    ({ what, ours, against, result, aim, isMet }) =>
      `| ${what} | ${ours} | ${against} | ${result} | ${aim} | ${verdict(aim, isMet)} |`,
  )
  return `# Speed

Written by \`npm run bench\`. ${machine()}.

| What | Ours | Against | Result | Aim | |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${explanation}`
}
