/* A table with letters that wait, and services over it that count their calls. */
import { type Services, servicesOf } from '../functions/services.ts'
import { keys } from '../functions/store/keys.ts'
import { posted } from '../functions/store/letters.ts'
import type { Write } from '../functions/store/table-client.ts'
import { city } from '../local/season/haidong.ts'
import { type Letter, letterKey } from '../shared/reminder/letter.ts'
import { type Instant, plusMs } from '../shared/time.ts'
import type { Unit } from '../shared/unit/unit.ts'
import { openRoundOf, roundId } from './season.ts'
import { type BenchStore, configOf, putAll } from './store.ts'

const dayMs = 86_400_000
const unitsUnderCity = 50
const dueDays = 10

const unitOf = (n: number): Unit => {
  const id = `u${String(n).padStart(3, '0')}`
  return { ...city, id, parent: city.id, path: [city.id, id], hasBelow: false }
}

/** People, one letter each, to units with ten different due moments, posted in no order. */
const writesOf = (count: number, now: Instant) => {
  const round = openRoundOf(city.id)
  const dueOfUnit = (n: number): Instant => plusMs(round.dueAt, (n % dueDays) * dayMs)
  const units = Array.from({ length: unitsUnderCity }, (_, n) => n)
  const letters = Array.from({ length: count }, (_, i): Letter => {
    const n = (i * 7) % unitsUnderCity
    const unit = unitOf(n)
    const personId = `p${String(i).padStart(5, '0')}`
    const dueAt = dueOfUnit(n)
    const which = dueAt.replaceAll(/[-:.]/g, '')
    return {
      kind: 'opening',
      key: letterKey({ round: roundId, parentUnit: city.id, what: `opening-${unit.id}`, which, personId }),
      round: roundId,
      roundTitle: round.title,
      year: round.year,
      to: { personId, name: '演示填报人', email: `${personId}@example.gov.cn`, language: 'zh', role: 'reporter' },
      units: [{ unit: unit.id, name: unit.name, dueAt, dueWhy: 'extension' }],
      zone: round.zone,
      createdAt: now,
    }
  })
  const world: readonly Write[] = [
    ...units.map((n) => ({ put: { ...keys.unit(unitOf(n).id), ...unitOf(n), version: 1 } })),
    ...units.map((n) => ({
      put: {
        ...keys.extension(roundId, city.id, unitOf(n).id),
        ...{ kind: 'extension', unit: unitOf(n).id, dueAt: dueOfUnit(n), reason: '演示', at: now, by: { person: 'c' } },
      },
    })),
    ...letters.map(({ to, units: told }) => ({
      put: {
        ...keys.person(to.personId),
        ...{ id: to.personId, name: to.name, email: to.email, language: to.language, version: 1 },
        posts: told.map(({ unit }) => ({ unit, role: 'reporter' })),
      },
    })),
  ]
  return { round, world, letters }
}

/** A table with that many letters waiting, and services over it that count their calls. */
export const openLetters = async (store: BenchStore, name: string, count: number) => {
  const table = await store.table(name)
  let calls = 0
  const clock = { now: servicesOf(configOf(store, name), table).now() }
  const services: Services = { ...servicesOf(configOf(store, name), table), now: () => clock.now }
  const { round, world, letters } = writesOf(count, clock.now)
  await services.units.putUnit(city, undefined, undefined)
  await services.rounds.save(undefined, round, undefined, undefined)
  await putAll(table, world)
  /* Without the condition of each, which takes most of the time and says nothing in an empty table. */
  await putAll(
    table,
    letters.map((letter) => posted(letter, clock.now)).flatMap((write) => ('put' in write ? [{ put: write.put }] : [])),
  )
  table.client.middlewareStack.add(
    (next) => (args) => {
      calls += 1
      return next(args)
    },
    { step: 'initialize', name: 'counts' },
  )
  return { services, clock, letters, storeCalls: () => calls }
}
