/*
 * The nation: 41,293 units in five levels. One change on the lowest level is rolled up to the top, parent by parent;
 * and all its reports are made anew from the figures of the returns.
 */
import { createHash } from 'node:crypto'
import { handler as rollUp } from '../functions/roll-up/handler.ts'
import { servicesOf, tableOf } from '../functions/services.ts'
import { city } from '../local/season/haidong.ts'
import { joinForms } from '../shared/form/forms.ts'
import { asMember, reportOf } from '../shared/report/add-up.ts'
import type { Figures } from '../shared/report/report.ts'
import { plusMs } from '../shared/time.ts'
import type { Unit } from '../shared/unit/unit.ts'
import { context } from './lambda-context.ts'
import { memberOf, numbers, unitWrites } from './many.ts'
import { cpuOf, inTurn, type Ratio } from './ratio.ts'
import { figuresChanged, openRoundOf, roundId } from './season.ts'
import { type BenchStore, configOf, putAll } from './store.ts'
import { counted, type Traffic } from './traffic.ts'

/** Units right below one of each level: 1 + 31 + 341 + 3,410 + 37,510. */
const fanOut = [31, 11, 10, 11] as const

const below = (parent: Unit, count: number, hasBelow: boolean): readonly Unit[] =>
  Array.from({ length: count }, (_, n) => {
    const id = `${parent.id}-${n}`
    return { ...city, id, parent: parent.id, path: [...parent.path, id], hasBelow }
  })

const levels: (readonly Unit[])[] = [[{ ...city, id: 'n', path: ['n'] }]]
for (const [depth, count] of fanOut.entries())
  levels.push((levels[depth] ?? []).flatMap((parent) => below(parent, count, depth < fanOut.length - 1)))
/** From the parent of the changed unit to the top. */
const upwards = ['n-0-0-0', 'n-0-0', 'n-0', 'n'] as const
const changed = 'n-0-0-0-0'

export interface RolledUp {
  readonly parents: number
  readonly traffic: Traffic
}

/**
 * One changed figure, rolled up through every parent. In the table are the units on the way and all beside them; of the
 * rest of the nation, which takes the stand-in a quarter of an hour to write, `measureRollUp` shows that 2,000 units
 * elsewhere change nothing.
 */
export const measureNationRollUp = async (store: BenchStore): Promise<RolledUp> => {
  const table = await store.table('bench-nation')
  const config = configOf(store, table.name)
  const round = openRoundOf('n')
  const onTheWay: readonly string[] = upwards
  const near = levels.flat().filter(({ parent }) => parent === undefined || onTheWay.includes(parent))
  await putAll(table, near.flatMap(unitWrites))
  await putAll(
    table,
    near.flatMap(({ id, parent, hasBelow }) =>
      parent === undefined ? [] : [memberOf(parent, id, hasBelow ? 'below' : 'own', numbers)],
    ),
  )
  await servicesOf(config, table).rounds.save(undefined, round, undefined, plusMs(round.opensAt, 30 * 86_400_000))
  const own = tableOf(config)
  const count = counted(own)
  const handler = rollUp.with(servicesOf(config, own))
  const rollAll = async (): Promise<void> => {
    for (const collector of upwards) {
      const done = await handler({ Records: [figuresChanged(collector)] }, context)
      if (!('batchItemFailures' in done) || !Array.isArray(done.batchItemFailures) || done.batchItemFailures.length > 0)
        throw new Error(`the roll-up of ${collector} failed`)
    }
  }
  await rollAll()
  await putAll(table, [memberOf('n-0-0-0', changed, 'own', { ...numbers, 'proactive.penalties.decisions': 900 })])
  return { parents: upwards.length, traffic: await count(rollAll) }
}

const form = joinForms(['ogi-2021'])
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/*
 * What the store gives of a return's figures, as text. A hundred different ones are read over and over: all at once
 * would be 200 MB, and how they differ costs nothing.
 */
const texts = Array.from({ length: 100 }, (_, n) => {
  const figures: Omit<Figures, 'unit'> = {
    scope: 'own',
    state: 'accepted',
    cells: { ...numbers, 'proactive.penalties.decisions': n },
    lists: {},
    hash: hash(String(n)),
    unitsIn: 1,
  }
  return Buffer.from(JSON.stringify(figures))
})
const read = (unit: string, at: number): Figures => ({
  ...JSON.parse((texts[at % texts.length] ?? Buffer.alloc(0)).toString('utf8')),
  unit,
})

/** All reports of the nation from the figures of its returns, the lowest first. */
const rebuild = async (): Promise<void> => {
  const members = new Map<string, Figures[]>()
  const add = (parent: string | undefined, member: Figures): void => {
    if (parent !== undefined) members.set(parent, [...(members.get(parent) ?? []), member])
  }
  for (const [at, { id, parent }] of (levels.at(-1) ?? []).entries()) add(parent, read(id, at))
  for (const { id, parent } of levels.slice(0, -1).flat().toReversed())
    add(
      parent,
      asMember(
        reportOf({ form, round: roundId, unit: id, version: 1, members: members.get(id) ?? [], missing: 0, hash }),
      ),
    )
}

const readAll = async (): Promise<void> => {
  for (const [at, { id }] of (levels.at(-1) ?? []).entries()) read(id, at)
}

/** Processor time of the rebuild against reading and parsing the same bytes alone. */
export const measureRebuild = async (pairs: number): Promise<Ratio> => {
  const ours = () => cpuOf(rebuild)
  const bare = () => cpuOf(readAll)
  await inTurn(1, ours, bare)
  return inTurn(pairs, ours, bare)
}
