/*
 * Figures up the tree, whatever the order, repetition and delay of the stream's records (product A6): random trees and
 * moves in the real store, its real stream shuffled, and at the end a count from the raw revisions that shares nothing
 * with the roll-up.
 */
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rollUp, rollUpAll } from '../functions/roll-up/roll-up.ts'
import type { Services } from '../functions/services.ts'
import { clientOptions } from '../local/store.ts'
import type { Cells } from '../shared/form/cells.ts'
import { inputFieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'
import { recount, recountFindings } from '../shared/report/recount.ts'
import type { Figures, Report } from '../shared/report/report.ts'
import { correctionOf } from '../shared/return/moves.ts'
import { instant } from '../shared/time.ts'
import type { UnitId } from '../shared/unit/unit.ts'
import { clerkOf } from './clerk.ts'
import { everyFault, everyWay, saidOf, withFault } from './faults.ts'
import { type Clock, openTables, pass, roundOf, servicesAt, settle, type Tables, type Tree } from './office.ts'

const round = roundOf('r', { stage: 'open' })
const form = joinForms(round.forms)
const cellNames = inputFieldsOf(form)
  .filter(({ kind }) => kind === 'count')
  .map(({ address }) => address)
  .slice(0, 5)

let tables: Tables
beforeAll(async () => {
  tables = await openTables()
})
afterAll(() => tables.stop())

interface Record {
  readonly round: string
  readonly collector: UnitId
}

/** What the table's real stream says of figures since the last time it was asked. */
const figuresStream = async (table: string) => {
  const client = new DynamoDBStreamsClient(clientOptions(tables.endpoint))
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: table }))
  const StreamArn = Streams?.[0]?.StreamArn
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId
  let iterator = (
    await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }))
  ).ShardIterator
  return async (): Promise<readonly Record[]> => {
    const found: Record[] = []
    for (;;) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator }))
      iterator = page.NextShardIterator ?? iterator
      if ((page.Records ?? []).length === 0) return found
      for (const { dynamodb } of page.Records ?? []) {
        const { kind, round: of, collector } = dynamodb?.NewImage ?? {}
        if (kind?.S === 'figures') found.push({ round: of?.S ?? '', collector: collector?.S ?? '' })
      }
    }
  }
}

const office = async (tree: Tree) => {
  const clock: Clock = { now: instant('2020-01-10T10:00:00+08:00') }
  const table = await tables.fresh()
  const services = servicesAt(table, clock)
  await settle(services, tree, {}, round)
  return { clock, services, clerk: clerkOf(services, round.id), records: await figuresStream(table.name) }
}

/* Which raw revision of a unit counts now: what was handed in, or what was accepted and is only reopened. */
const countedRevision = async ({ returns }: Services, unit: UnitId): Promise<Cells | undefined> => {
  const now = (await returns.load(round.id, unit)).head?.now
  const correction = correctionOf(now)
  const isIn = now?.stage === 'submitted' || now?.stage === 'accepted'
  const n = isIn ? now.revisions : correction?.kind === 'reopened' ? correction.revision : 0
  return n === 0 ? undefined : (await returns.revision(round.id, unit, n))?.cells
}

const under = (tree: Tree, root: UnitId): readonly UnitId[] => [
  root,
  ...Object.keys(tree).flatMap((id) => (tree[id] === root ? under(tree, id) : [])),
]
const collectorsOf = (tree: Tree) => Object.keys(tree).filter((id) => id === 'city' || Object.values(tree).includes(id))

/** Every collector's report against a count of the raw revisions below it. */
const expectCounted = async (services: Services, tree: Tree) => {
  for (const collector of collectorsOf(tree)) {
    const all = await Promise.all(under(tree, collector).map((unit) => countedRevision(services, unit)))
    const revisions = all.filter((cells) => cells !== undefined)
    const report = await services.reports.report(round.id, collector)
    const plainly = cellNames.map((cell) => revisions.reduce((sum, cells) => sum + Number(cells[cell] ?? 0), 0))
    expect(
      cellNames.map((cell) => Number(report?.figures[cell] ?? 0)),
      collector,
    ).toEqual(plainly)
    expect(report?.unitsIn ?? 0, collector).toBe(revisions.length)
    expect(recountFindings(form, report?.figures ?? {}, recount(form, revisions)), collector).toEqual([])
    expect(new Set(report?.members.map(({ unit }) => unit)).size, collector).toBe(report?.members.length ?? 0)
  }
}

/* A tree of 2 to 4 levels: every unit but the root stands below an earlier one that is not at the bottom. */
const trees: fc.Arbitrary<Tree> = fc.array(fc.nat(), { minLength: 2, maxLength: 9 }).map((picks) => {
  const made: { readonly id: string; readonly level: number }[] = [{ id: 'city', level: 1 }]
  const tree: { [id: UnitId]: UnitId } = { city: '' }
  for (const [i, pick] of picks.entries()) {
    const parents = made.filter(({ level }) => level < 4)
    const parent = parents[pick % parents.length] ?? { id: 'city', level: 1 }
    tree[`u${i}`] = parent.id
    made.push({ id: `u${i}`, level: parent.level + 1 })
  }
  return tree
})
const moves = ['typeIn', 'handIn', 'handIn', 'accept', 'sendBack', 'withdraw', 'reopen', 'again', 'again'] as const
const step = fc.oneof(
  fc.record({
    move: fc.constantFrom(...moves),
    unit: fc.oneof(fc.nat(3), fc.nat()),
    values: fc.array(fc.nat(1000), { maxLength: 5 }),
  }),
  fc.record({ deliver: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }),
)

describe('the roll-up', () => {
  it('ends with the plain count of the raw revisions, and its versions never go back', async () => {
    await fc.assert(
      fc.asyncProperty(
        trees,
        fc.array(step, { minLength: 8, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        async (tree, steps, dice) => {
          const { clock, services, clerk, records } = await office(tree)
          const units = Object.keys(tree)
          const versions = new Map<UnitId, number>()
          const pending: Record[] = []
          const take = (pick: number) => pending[pick % pending.length]
          const deliver = async (picked: readonly (Record | undefined)[]) => {
            const reports = await Promise.all(picked.map((one) => one && rollUp(services, one.round, one.collector)))
            for (const report of reports) {
              if (report === undefined) continue
              expect(report.version).toBeGreaterThanOrEqual(versions.get(report.unit) ?? 0)
            }
            for (const collector of collectorsOf(tree)) {
              const version = (await services.reports.report(round.id, collector))?.version ?? 0
              expect(version).toBeGreaterThanOrEqual(versions.get(collector) ?? 0)
              versions.set(collector, version)
            }
          }
          for (const one of steps) {
            pass(clock, 60_000)
            if ('deliver' in one) {
              pending.push(...(await records()))
              await deliver(one.deliver.map(take))
              continue
            }
            const unit = units[one.unit % units.length] ?? 'city'
            const dueAt = instant('2020-03-01T00:00:00+08:00')
            if (one.move === 'handIn' || one.move === 'again') {
              /* Taken back and handed in with other figures, before any report has seen it. */
              if (one.move === 'again') await clerk.withdraw(unit)
              await clerk.typeIn(unit)
              await clerk.handIn(unit, Object.fromEntries(one.values.map((value, i) => [cellNames[i] ?? '', value])))
            } else if (one.move === 'sendBack' || one.move === 'reopen') await clerk[one.move](unit, dueAt)
            else await clerk[one.move](unit)
          }
          /* Every record comes at least once, in any order, some again; each makes the next, until there are none. */
          pending.push(...(await records()))
          for (let seen = pending.length; seen > 0; ) {
            const order = pending.splice(0).map((one) => ({ one, at: dice.next().value ?? 0 }))
            order.sort((a, b) => a.at - b.at)
            for (const { one, at } of order) await deliver(at % 3 === 0 ? [one, one] : [one])
            const made = await records()
            seen = made.length
            pending.push(...made)
          }
          await expectCounted(services, tree)
        },
      ),
      { numRuns: Number(process.env['HUIBAO_RUNS'] ?? 12), endOnFailure: true },
    )
  })

  const line: Tree = { city: '', x: 'city', y: 'x', a: 'y', b: 'y', c: 'x' }
  const filled = async () => {
    const world = await office(line)
    for (const [i, unit] of ['a', 'b', 'c', 'y', 'city'].entries()) {
      await world.clerk.typeIn(unit)
      await world.clerk.handIn(unit, { [cellNames[0] ?? '']: 10 ** i })
    }
    return world
  }
  const reportOf = (services: Services, unit: UnitId) => services.reports.report(round.id, unit)

  it('is right after a redelivery, broken off at any of its calls', async () => {
    const calls = await everyFault(everyWay, async (fault) => {
      const { services } = await filled()
      const fallen = await withFault(fault, () => rollUp(services, round.id, 'y'))
      /* Report and member above are one transaction: neither is ever without the other. */
      const above = (await services.reports.members(round.id, 'x')).find(
        ({ unit, scope }) => unit === 'y' && scope === 'below',
      )
      expect(above?.hash, saidOf(fault, fallen.calls)).toBe((await reportOf(services, 'y'))?.hash)
      for (const collector of ['y', 'x', 'city']) await rollUp(services, round.id, collector)
      await expectCounted(services, line).catch((cause: unknown) => {
        throw new Error(saidOf(fault, fallen.calls), { cause })
      })
      return fallen
    })
    /* Round, unit, the units right below (one query), report, members, and the transaction. */
    expect(calls).toBe(6)
  })

  it('sweeps the whole tree, and writes nothing the second time', async () => {
    const { services } = await filled()
    await rollUpAll(services, round)
    await expectCounted(services, line)
    const before = await Promise.all(['y', 'x', 'city'].map((unit) => reportOf(services, unit)))
    await rollUpAll(services, round)
    expect(await Promise.all(['y', 'x', 'city'].map((unit) => reportOf(services, unit)))).toEqual(before)
  })

  it('loses nothing when many roll up the same report at once', async () => {
    const { services } = await filled()
    for (const collector of ['y', 'x', 'city'])
      await Promise.all(Array.from({ length: 6 }, () => rollUp(services, round.id, collector)))
    await expectCounted(services, line)
  })

  const handUp = async (services: Services, unit: UnitId, above: UnitId) => {
    const report = await reportOf(services, unit)
    if (report === undefined) throw new Error(`${unit} has no report.`)
    const figures: Figures = {
      unit,
      scope: 'below',
      state: 'handedIn',
      cells: report.figures,
      lists: {},
      hash: report.hash,
      unitsIn: report.unitsIn,
    }
    const by = { id: 'chief', name: 'Chief' }
    expect(
      await services.reports.handIn(
        report,
        { collector: above, figures },
        { at: services.now(), by, what: 'handedIn' },
      ),
    ).toBe(true)
    return figures
  }
  const memberAbove = async (services: Services, unit: UnitId, above: UnitId) =>
    (await services.reports.members(round.id, above)).find((one) => one.unit === unit && one.scope === 'below')

  it('leaves what a middle unit handed in as it was while its own report goes on, until it is handed in again', async () => {
    const { services, clerk, clock } = await filled()
    await rollUpAll(services, round)
    const first = await handUp(services, 'y', 'x')
    await clerk.withdraw('a')
    await rollUpAll(services, round)
    expect(await memberAbove(services, 'y', 'x')).toEqual(first)
    expect((await reportOf(services, 'y'))?.unitsIn).toBe(2)
    expect((await reportOf(services, 'x'))?.unitsIn).toBe(4)
    pass(clock, 60_000)
    await handUp(services, 'y', 'x')
    await rollUpAll(services, round)
    expect((await reportOf(services, 'x'))?.unitsIn).toBe(3)
  })

  it('does not write over what was handed in after it had read the member', async () => {
    const { services, clerk } = await filled()
    await rollUpAll(services, round)
    await clerk.withdraw('a')
    let handed: Figures | undefined
    const save: typeof services.reports.save = async (report: Report, above) => {
      handed ??= await handUp(services, 'y', 'x')
      return services.reports.save(report, above)
    }
    await rollUp({ ...services, reports: { ...services.reports, save } }, round.id, 'y')
    expect(handed).toBeDefined()
    expect(await memberAbove(services, 'y', 'x')).toEqual(handed)
    expect((await reportOf(services, 'y'))?.unitsIn).toBe(2)
  })
})
