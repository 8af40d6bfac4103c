/* Reading a full return: zod and the checks, as a multiple of JSON.parse of the same body. */
import { runChecks } from '../shared/form/checks.ts'
import { ogi2021 } from '../shared/form/editions/ogi-2021.ts'
import { readDraft } from '../shared/form/schema.ts'
import { fullReturn, yearBefore } from './full-return.ts'
import { inTurn, type Ratio } from './ratio.ts'

const body = JSON.stringify(fullReturn)
const lastYear = { form: ogi2021.id, cells: yearBefore }

export const cellsInBody = Object.keys(fullReturn).length

/* What a block yields is used, so that the compiler cannot leave the work out. */
const timed = (times: number, work: () => number) => (): Promise<number> => {
  const started = performance.now()
  let used = 0
  for (let i = 0; i < times; i += 1) used += work()
  const ms = performance.now() - started
  return used === 0 ? Promise.reject(new Error('nothing was read')) : Promise.resolve(ms / times)
}

const parsed: unknown = JSON.parse(body)

const read = (): number => {
  const draft = readDraft(ogi2021, parsed)
  return draft.ok ? 1 : 0
}

const readAndChecked = (): number => {
  const draft = readDraft(ogi2021, parsed)
  return draft.ok ? 1 + runChecks(ogi2021, { cells: draft.cells, lastYear }).length : 0
}

const justParsed = (): number => {
  const cells: unknown = JSON.parse(body)
  return typeof cells === 'object' ? 1 : 0
}

/** zod alone, and zod with all checks, each against JSON.parse. */
export const measureReading = async (pairs: number): Promise<{ readonly zod: Ratio; readonly all: Ratio }> => {
  const parse = timed(400, justParsed)
  const sides = { zod: timed(200, read), all: timed(60, readAndChecked) }
  await inTurn(8, sides.zod, parse)
  await inTurn(8, sides.all, parse)
  return { zod: await inTurn(pairs, sides.zod, parse), all: await inTurn(pairs, sides.all, parse) }
}
