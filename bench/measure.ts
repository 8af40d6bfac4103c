/*
 * Everything that is measured, one after the other, in a process whose log goes nowhere: handlers write a line per
 * request, and that belongs to what they cost. The lines of the table go to the parent.
 */
import { measureAccepted } from './accepted.ts'
import { measureBoard } from './board.ts'
import { measureFiles } from './files.ts'
import { measureLetters } from './letters.ts'
import { makeProvince, upwards } from './many.ts'
import { measureNationRollUp, measureRebuild } from './nation.ts'
import { cellsInBody, measureReading } from './reading.ts'
import { type Line, printedTraffic, ratioLine, trafficLine, weightLine } from './results.ts'
import { measureRemind, measureRollUp } from './scale.ts'
import { makeSeason } from './season.ts'
import { measureStart } from './start.ts'
import { type BenchStore, environmentOf, openStore } from './store.ts'
import { measureWarm } from './warm.ts'
import { measurePages } from './web/measure-pages.ts'
import { bundlesOf, documentsAndLibraries, httpFunctions, weightOf } from './weights.ts'

const [part, only] = process.argv.slice(2)
const startPairs = 15
const warmPairs = 15
const manyLetters = 5_000
const bare = 'bare handler'

const said = (step: string): void => void process.stderr.write(`bench: ${step}\n`)

const reading = async (): Promise<readonly Line[]> => {
  said('reading')
  const { zod, all } = await measureReading(25)
  const what = `Reading a full 2021 return (${cellsInBody} cells typed in)`
  return [
    ratioLine(`${what}: zod`, 'JSON.parse', zod, 10),
    ratioLine(`${what}: zod and all checks`, 'JSON.parse', all, 10),
  ]
}

const starts = async (store: BenchStore, environment: Readonly<Record<string, string>>): Promise<readonly Line[]> => {
  const lines: Line[] = []
  for (const name of httpFunctions) {
    said(`start of ${name}`)
    const bundles = await bundlesOf(name, store.folder)
    const start = await measureStart(name, bundles, environment, startPairs)
    lines.push(ratioLine(`Start of \`${name}\``, bare, start.clock, 1.25))
    lines.push(ratioLine(`Start of \`${name}\`, processor time`, bare, start.cpu, 1.25))
    lines.push(weightLine(`Weight of \`${name}\``, weightOf(bundles.ours), weightOf(bundles.bare), 200_000))
  }
  said('first Word file')
  const first = await measureStart('documents', await documentsAndLibraries(store.folder), environment, startPairs)
  const alone = 'its libraries imported alone'
  lines.push(ratioLine('First request of `documents`, a Word file', alone, first.clock, 1.3))
  lines.push(ratioLine('First request of `documents`, processor time', alone, first.cpu, 1.3))
  return lines
}

const elsewhere = async (store: BenchStore): Promise<readonly Line[]> => {
  said('2,000 units elsewhere')
  const few = await makeProvince(store, await store.table('bench-seven'), 0)
  const many = await makeProvince(store, await store.table('bench-2000s'), 2000)
  const idle = await measureRemind(store, { few, many })
  const rolled = await measureRollUp(store, { few, many }, warmPairs)
  const seven = '7 units'
  said('the nation')
  const nation = await measureNationRollUp(store)
  const each = nation.traffic.calls / nation.parents
  const eachOfSeven = rolled.few.calls / upwards.length
  return [
    {
      what: 'Roll-up of one change, 41,293 units in five levels',
      ours: `${nation.parents} parents, ${printedTraffic(nation.traffic)}`,
      against: `${seven}: ${upwards.length} parents, ${printedTraffic(rolled.few)}`,
      result: `${each.toFixed(1)} calls a parent`,
      aim: `≤ 5 parents, ${eachOfSeven.toFixed(1)} calls a parent`,
      isMet: nation.parents <= 5 && each <= eachOfSeven,
    },
    ratioLine(
      'All reports of 41,293 units made anew, processor time',
      'reading and parsing the same',
      await measureRebuild(5),
      3,
    ),
    trafficLine('Roll-up of one change, 2,000 units elsewhere', rolled.many, seven, rolled.few, true),
    ratioLine('Roll-up of one change, processor time', seven, rolled.cpu, 1.1),
    trafficLine('Idle `remind`, 2,000 units', idle.many, seven, idle.few, true),
  ]
}

/** Only the starts, for whoever works on them. */
const onlyStarts = async (store: BenchStore): Promise<readonly Line[]> => {
  await makeSeason(store, await store.table('bench-ours0'))
  return starts(store, environmentOf(store, 'bench-ours0'))
}

const warm = async (store: BenchStore): Promise<readonly Line[]> => {
  said('start and warm requests: making two seasons')
  const made = {
    ours: await makeSeason(store, await store.table('bench-ours0')),
    bare: await makeSeason(store, await store.table('bench-bare0')),
  }
  const started = process.argv[2] === 'warm' ? [] : await starts(store, environmentOf(store, 'bench-ours0'))
  said('warm PATCH and submit')
  const { patch, submit } = await measureWarm(store, made, warmPairs)
  return [
    ...started,
    trafficLine('Warm PATCH of two cells', patch.ours, bare, patch.bare, false),
    ratioLine('Warm PATCH, processor time', bare, patch.cpu, 1.3),
    trafficLine('Warm submit', submit.ours, bare, submit.bare, false),
    ratioLine('Warm submit, processor time', bare, submit.cpu, 1.3),
  ]
}

const functionsAndReading = async (): Promise<readonly Line[]> => {
  const store = await openStore()
  try {
    Object.assign(process.env, environmentOf(store, 'bench-ours0'))
    if (part === 'start') return await onlyStarts(store)
    if (part === 'warm') return await warm(store)
    if (part === 'files') return await measureFiles(warmPairs)
    if (part === 'accepted') return await measureAccepted(store)
    if (part === 'reading') return await reading()
    if (part === 'elsewhere') return await elsewhere(store)
    if (part === 'board') return await measureBoard(store)
    if (part === 'letters') return await measureLetters(store, said, Number(only ?? manyLetters))
    const letters = () => measureLetters(store, said, manyLetters)
    return [
      ...(await warm(store)),
      ...(await elsewhere(store)),
      ...(await reading()),
      ...(await letters()),
      ...(await measureAccepted(store)),
      ...(await measureBoard(store)),
      ...(await measureFiles(warmPairs)),
    ]
  } finally {
    await store.stop()
  }
}

const lines = part === 'pages' ? [] : await functionsAndReading()
/* Last: the office that serves the pages has an environment of its own. */
const ofPages = part === undefined || part === 'pages' ? await measurePages(said, only) : []
process.send?.([...lines, ...ofPages])
process.disconnect?.()
