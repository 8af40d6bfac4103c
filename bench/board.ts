/*
 * The board asked for again, with 7 units and with 150: what the store is asked for a whole answer and for a 304, how
 * long that takes, and what goes to the page. Aim: as many calls for 150 units as for 7 (decision 0032).
 */
import { handler as rounds } from '../functions/rounds/handler.ts'
import { type Services, servicesOf, tableOf } from '../functions/services.ts'
import { rowOf } from '../functions/store/board-row.ts'
import { keys } from '../functions/store/keys.ts'
import { claimed, posted } from '../functions/store/letters.ts'
import type { Table } from '../functions/store/table-client.ts'
import { city } from '../local/season/haidong.ts'
import { type Letter, letterKey } from '../shared/reminder/letter.ts'
import { plusMs } from '../shared/time.ts'
import { requestOf } from './events.ts'
import { context } from './lambda-context.ts'
import type { Line } from './results.ts'
import { accepted, makeSeason, roundId } from './season.ts'
import { type BenchStore, configOf, putAll } from './store.ts'
import { counted } from './traffic.ts'

const polls = 25
const dayMs = 86_400_000

/* Units beside those of the season: one reporter each, a full return that is accepted, six reminders posted. */
const crowd = async (services: Services, table: Table, count: number): Promise<void> => {
  const { heads } = await services.rounds.board(roundId, city.id)
  const like = heads.find(({ unit }) => unit === accepted.unit)
  if (like === undefined) throw new Error('the season has no accepted return')
  for (let n = 0; n < count; n += 1) {
    const id = `63029${String(n).padStart(3, '0')}`
    const unit = { ...city, id, parent: city.id, path: [city.id, id], hasBelow: false }
    await services.units.putUnit(unit, undefined, undefined)
    const post = { unit: id, role: 'reporter' as const }
    const who = { id: `p${id}`, name: '演示填报人', email: `p${id}@example.gov.cn`, phone: '0972-8600000' }
    await services.units.putPerson({ ...who, language: 'zh', version: 1, posts: [post] }, undefined)
    const dueAt = plusMs(like.lastActivityAt, 30 * dayMs)
    const steps = Array.from({ length: 6 }, (_, step) => {
      const letter: Letter = {
        kind: 'opening',
        key: letterKey({ round: roundId, parentUnit: city.id, what: `s${step}-${id}`, which: '1', personId: who.id }),
        round: roundId,
        roundTitle: '2021年度政府信息公开工作年度报告',
        year: 2021,
        to: { personId: who.id, name: who.name, email: who.email, language: 'zh', role: 'reporter' },
        units: [{ unit: id, name: unit.name, dueAt, dueWhy: 'round' }],
        zone: 'Asia/Shanghai',
        createdAt: plusMs(like.lastActivityAt, step * dayMs),
      }
      const claim = { unit: id, dueAt, step: String(step), at: letter.createdAt }
      return [posted(letter, letter.createdAt), claimed(roundId, city.id, claim)]
    })
    const row = { ...keys.status(roundId, city.id, id), kind: 'status', ...rowOf({ ...like, unit: id }) }
    await putAll(table, [{ put: row }, ...steps.flat()])
  }
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** Two boards as one process answers them again and again. */
export const measureBoard = async (store: BenchStore): Promise<readonly Line[]> => {
  const made = await store.table('bench-board')
  const services = await makeSeason(store, made)
  const config = configOf(store, made.name)
  const table = tableOf(config)
  const count = counted(table)
  const handler = rounds.with(servicesOf(config, table))
  const ask = async (tag?: string) => {
    const event = requestOf('getBoard', 'coordinator', { path: { round: roundId } })
    const headers = { ...event.headers, ...(tag === undefined ? {} : { 'if-none-match': tag }) }
    let answer = { statusCode: 0, headers: {} as Readonly<Record<string, string>>, body: '' }
    const from = performance.now()
    const traffic = await count(async () => {
      answer = await handler({ ...event, headers }, context)
    })
    return { ...answer, traffic, ms: performance.now() - from }
  }
  const measured = async (units: number, callsOfSeven?: number): Promise<readonly Line[]> => {
    const first = await ask()
    const tag = first.headers['etag']
    const asked = { whole: [first], same: [await ask(tag)] }
    for (let i = 0; i < polls; i += 1) {
      asked.whole.push(await ask())
      asked.same.push(await ask(tag))
    }
    if (asked.same.some(({ statusCode }) => statusCode !== 304)) throw new Error('the board has changed by itself')
    return Object.entries(asked).map(([which, answers]) => {
      const { traffic, body } = answers.at(-1) ?? first
      const bytes = Buffer.byteLength(body)
      return {
        what: which === 'whole' ? `The board, ${units} units` : `The same asked for again, nothing new (304)`,
        ours: `${traffic.calls} store calls, ${traffic.received} B received, ${median(answers.map(({ ms }) => ms)).toFixed(1)} ms`,
        against: '',
        result: `${bytes} B of body to the page`,
        aim: which === 'same' ? '0 B' : callsOfSeven === undefined ? '' : 'the calls of 7 units, and pages of a query',
        isMet: which === 'same' ? bytes === 0 : callsOfSeven === undefined || traffic.calls <= callsOfSeven + 2,
      }
    })
  }
  const seven = await measured(7)
  const { calls } = (await ask()).traffic
  await crowd(services, made, 143)
  return [...seven, ...(await measured(150, calls))]
}
