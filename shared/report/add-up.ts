/*
 * Makes the live report of one collector from its members' figures. Counts and money are added, totals and ratios
 * are computed again and never added (product A1). Any order of members and any repetition of the roll-up gives the
 * same figures and the same hash (A6): members are sorted, and the hash leaves out the version.
 */
import { canonicalJson } from '../canonical.ts'
import { addUp } from '../form/add-up.ts'
import { compute } from '../form/compute.ts'
import type { Form } from '../form/form.ts'
import type { UnitId } from '../unit/unit.ts'
import type { Figures, Report } from './report.ts'

export interface ReportInput {
  readonly form: Form
  readonly round: string
  /** The collector. */
  readonly unit: UnitId
  readonly version: number
  readonly members: readonly Figures[]
  /** SHA-256 or the like, as text; given from outside because `shared` has no cryptography. */
  readonly hash: (text: string) => string
}

const byUnitAndScope = (a: Figures, b: Figures): number => {
  if (a.unit !== b.unit) return a.unit < b.unit ? -1 : 1
  return a.scope < b.scope ? -1 : 1
}

const withoutCells = ({ cells: _cells, lists: _lists, ...member }: Figures): Report['members'][number] => member

const refuseDoubles = (members: readonly Figures[]): void => {
  const seen = new Set<UnitId>()
  for (const { unit } of members) {
    if (seen.has(unit)) throw new RangeError(`Unit "${unit}" stands twice among the members of one report.`)
    seen.add(unit)
  }
}

/**
 * The report over `members`. Throws RangeError when a unit stands among them twice, be it as its own return and as
 * its report: the report already holds the own return, and no unit is ever counted twice (product A2).
 */
export const reportOf = ({ form, round, unit, version, members, hash }: ReportInput): Report => {
  refuseDoubles(members)
  const sorted = [...members].sort(byUnitAndScope)
  const added = addUp(form, sorted)
  const figures = { ...added, ...compute(form, added) }
  const named = sorted.map(withoutCells)
  return {
    round,
    unit,
    version,
    figures,
    members: named,
    unitsIn: sorted.reduce((sum, member) => sum + member.unitsIn, 0),
    provisional: sorted.some((member) => member.state === 'provisional'),
    hash: hash(canonicalJson({ round, unit, figures, members: named })),
  }
}
