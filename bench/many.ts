/*
 * A province with a city of seven units that hand in, and another city; below the other city nobody, or 2,000 units
 * under 20 parents of their own. What the first city does must not feel the difference.
 */
import type { Services } from '../functions/services.ts'
import { servicesOf } from '../functions/services.ts'
import { keys } from '../functions/store/keys.ts'
import type { Table, Write } from '../functions/store/table-client.ts'
import { city, counties } from '../local/season/haidong.ts'
import type { Cells } from '../shared/form/cells.ts'
import { plusMs } from '../shared/time.ts'
import type { Unit } from '../shared/unit/unit.ts'
import { fullReturn } from './full-return.ts'
import { openRoundOf, roundId } from './season.ts'
import { type BenchStore, configOf, putAll } from './store.ts'

const province: Unit = { ...city, id: '630000', path: ['630000'] }
const ourCity: Unit = { ...city, parent: province.id, path: [province.id, city.id] }
const ours: readonly Unit[] = counties.map((unit) => ({ ...unit, path: [province.id, ...unit.path] }))
const otherCity: Unit = { ...city, id: '639000', parent: province.id, path: [province.id, '639000'] }

/** Collectors from the changed unit upwards. */
export const upwards = [ourCity.id, province.id] as const

const otherUnits = (parents: number, each: number): readonly Unit[] =>
  Array.from({ length: parents }, (_, i) => {
    const id = `6391${String(i).padStart(2, '0')}`
    const parent: Unit = { ...otherCity, id, parent: otherCity.id, path: [...otherCity.path, id] }
    const below = Array.from({ length: each }, (_none, n): Unit => {
      const child = `${id}${String(n).padStart(3, '0')}`
      return { ...parent, id: child, parent: id, path: [...parent.path, child], hasBelow: false }
    })
    return [parent, ...below]
  }).flat()

export const numbers: Cells = Object.fromEntries(Object.entries(fullReturn).filter(([cell]) => !cell.endsWith('.text')))

/* How much the far units say is nobody's business here; writing it would take most of the run. */
const fewNumbers: Cells = Object.fromEntries(Object.entries(numbers).filter(([cell]) => cell.startsWith('proactive.')))

export const unitWrites = (unit: Unit): readonly Write[] => [
  { put: { ...keys.unit(unit.id), ...unit } },
  { put: { ...keys.staffed(unit.parent, unit.id), unit, people: [], version: 1 } },
]

export const memberOf = (collector: string, unit: string, scope: 'own' | 'below', cells: Cells): Write => ({
  put: {
    ...keys.figures(roundId, collector, unit, scope),
    ...{ kind: 'figures', round: roundId, collector, unit, scope, state: 'provisional', cells, lists: {} },
    ...{ hash: '0'.repeat(64), unitsIn: 1, ...(scope === 'own' ? { revision: 1 } : {}) },
  },
})

/** A county's figures with one of them changed: what a submission writes. */
export const changeOf = (figure: number): readonly Write[] => {
  const cells = { ...numbers, 'proactive.penalties.decisions': figure }
  return [memberOf(ourCity.id, '630202', 'own', cells)]
}

/** Fills a table with the province; `others` units stand below the other city, under parents of their own. */
export const makeProvince = async (store: BenchStore, table: Table, others: number): Promise<Services> => {
  const services = servicesOf(configOf(store, table.name), table)
  const round = openRoundOf(province.id)
  const far = others === 0 ? [] : otherUnits(20, others / 20)
  await putAll(table, [province, ourCity, ...ours, otherCity, ...far].flatMap(unitWrites))
  await putAll(table, [
    memberOf(province.id, otherCity.id, 'below', numbers),
    ...[ourCity, ...ours].map((unit) => memberOf(ourCity.id, unit.id, 'own', numbers)),
  ])
  const owed = far.filter((unit) => !unit.hasBelow)
  await putAll(
    table,
    owed.map((unit) => memberOf(unit.parent ?? '', unit.id, 'own', fewNumbers)),
  )
  await services.rounds.save(undefined, round, undefined, plusMs(round.opensAt, 30 * 86_400_000))
  return services
}
