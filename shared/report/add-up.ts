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
import type { Figures, NamedMember, Report } from './report.ts'

export interface ReportInput {
  readonly form: Form
  readonly round: string
  /** The collector. */
  readonly unit: UnitId
  readonly version: number
  readonly members: readonly Figures[]
  /** Units right below that owe and have no member; those further down come with the members' own counts. */
  readonly missing: number
  /** SHA-256 or the like, as text; given from outside because `shared` has no cryptography. */
  readonly hash: (text: string) => string
}

const byUnitAndScope = (a: Figures, b: Figures): number => {
  if (a.unit !== b.unit) return a.unit < b.unit ? -1 : 1
  return a.scope < b.scope ? -1 : 1
}

const withoutCells = ({ cells: _cells, lists: _lists, ...member }: Figures): NamedMember => member

/** A report that nobody below has given figures to tells only how many are missing. */
export const isIn = (member: Pick<Figures, 'scope' | 'unitsIn'>): boolean =>
  member.scope === 'own' || member.unitsIn > 0

const reportOfSame = ({ unit, scope }: Figures, members: readonly Figures[]): Figures | undefined =>
  scope === 'own' ? members.find((one) => one.unit === unit && one.scope === 'below') : undefined

/**
 * Units whose own return stands among the members beside their report that holds it already. Only their report is
 * counted; that the own return stands here at all is a fault, which the report's checks name (decision 0013).
 */
export const doubledUnits = (members: readonly Figures[]): readonly UnitId[] =>
  members.filter((member) => reportOfSame(member, members)?.holdsOwn === true).map(({ unit }) => unit)

const sumOf = (members: readonly Figures[], count: (member: Figures) => number): number =>
  members.reduce((sum, member) => sum + count(member), 0)

/**
 * A unit that got units below it after its own return was begun is counted where the return was begun, beside its own
 * report; that report lists it as missing, and it is not.
 */
const wronglyMissing = (members: readonly Figures[]): number =>
  members.filter((member) => {
    const report = reportOfSame(member, members)
    return report !== undefined && report.holdsOwn !== true && (report.unitsMissing ?? 0) > 0
  }).length

/**
 * The report over `members`. No unit is ever counted twice (product A2): an own return beside a report that holds it
 * is left out.
 */
export const reportOf = ({ form, round, unit, version, members, missing, hash }: ReportInput): Report => {
  const doubled = new Set(doubledUnits(members))
  const sorted = members
    .filter((member) => isIn(member) && !(member.scope === 'own' && doubled.has(member.unit)))
    .sort(byUnitAndScope)
  const added = addUp(form, sorted)
  const figures = { ...added, ...compute(form, added) }
  const named = sorted.map(withoutCells)
  const unitsMissing = missing + sumOf(members, (one) => one.unitsMissing ?? 0) - wronglyMissing(members)
  const own = sorted.filter(({ scope }) => scope === 'own')
  return {
    round,
    unit,
    version,
    figures,
    members: named,
    unitsIn: sumOf(sorted, (one) => one.unitsIn),
    unitsMissing,
    unitsLate:
      sumOf(sorted, (one) => one.unitsLate ?? 0) + own.filter(({ timeliness }) => timeliness === 'late').length,
    unitsProvisional:
      sumOf(sorted, (one) => one.unitsProvisional ?? 0) + own.filter(({ state }) => state === 'provisional').length,
    provisional: sorted.some((member) => member.state === 'provisional'),
    hash: hash(canonicalJson({ round, unit, figures, members: named, unitsMissing })),
  }
}

/** The report as a member one level up: provisional as long as it grows by itself. */
export const asMember = (report: Report): Figures => ({
  unit: report.unit,
  scope: 'below',
  state: 'provisional',
  cells: report.figures,
  lists: {},
  hash: report.hash,
  unitsIn: report.unitsIn,
  unitsMissing: report.unitsMissing,
  unitsLate: report.unitsLate,
  unitsProvisional: report.unitsProvisional,
  ...(report.members.some(({ unit, scope }) => scope === 'own' && unit === report.unit) ? { holdsOwn: true } : {}),
})
