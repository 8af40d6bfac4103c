/* What a route is about: the round, the return's or report's unit, loaded before the rights are asked. */
import type { RouteSpec } from '../../shared/api.ts'
import { type Result, refuse } from '../../shared/refusal.ts'
import { takesPart } from '../../shared/round/participation.ts'
import type { Round } from '../../shared/round/round.ts'
import { collectorOf } from '../../shared/unit/collector.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { StoredUnit } from '../store/units.ts'

/** What a route is about, loaded and allowed before the use case runs. */
export interface Targets {
  readonly return: { readonly round: Round; readonly unit: Unit }
  readonly collected: { readonly round: Round; readonly unit: Unit }
  readonly report: { readonly round: Round; readonly unit: Unit }
  readonly round: { readonly round: Round }
  readonly unit: { readonly unit?: StoredUnit }
  readonly none: object
}

const roundAndUnit = async (
  services: Services,
  roundId: string,
  unitId: string | undefined,
): Promise<{ readonly round: Round; readonly unit: Unit } | undefined> => {
  const [round, named] = await Promise.all([
    services.rounds.round(roundId),
    unitId === undefined ? undefined : services.units.unit(unitId),
  ])
  if (round === undefined) return undefined
  const unit = unitId === undefined ? await services.units.unit(round.owner) : named
  return unit === undefined ? undefined : { round, unit }
}

/** Units on the way from the owner of a round down to a unit, neither included. */
const between = (round: Round, unit: Unit): readonly UnitId[] =>
  unit.path.slice(unit.path.indexOf(round.owner) + 1, -1).filter((id) => id !== unit.id)

/*
 * A return that is counted above its unit was handed in for all that stands below: the unit reported as one, and in that
 * round it stays one, whatever has come to stand below it since (decision 0013).
 */
const reportsAsOne = async ({ returns }: Services, round: Round, unit: UnitId): Promise<boolean> => {
  const head = await returns.head(round.id, unit)
  return unit !== round.owner && head !== undefined && head.collector !== unit
}
const standsUnderOne = async (services: Services, round: Round, unit: Unit): Promise<boolean> =>
  (await Promise.all(between(round, unit).map((id) => reportsAsOne(services, round, id)))).includes(true)

/** Has the unit a report in the round: is it the owner, or a unit that collects from others? */
const collects = async (services: Services, round: Round, unit: Unit): Promise<boolean> => {
  if (unit.id === round.owner) return true
  if (!unit.hasBelow) return false
  const asOne = await Promise.all([reportsAsOne(services, round, unit.id), standsUnderOne(services, round, unit)])
  return !asOne.includes(true)
}

/** The unit that collects a return: pinned by the first write; before it, by the tree as it stands. */
const collectorOfReturn = async (services: Services, round: Round, unit: Unit): Promise<Unit> => {
  const head = await services.returns.head(round.id, unit.id)
  return (await services.units.unit(head?.collector ?? collectorOf(unit, round.owner))) ?? unit
}

/** Does the unit owe or have a return here? One that came to stand under a unit that reported as one does not. */
const hasPart = async (services: Services, round: Round, unit: Unit): Promise<boolean> => {
  if (!takesPart(round, unit)) return false
  if (!(await standsUnderOne(services, round, unit))) return true
  return (await services.returns.head(round.id, unit.id)) !== undefined
}

export interface Loaded {
  readonly target: object
  /** What the rights are asked about. */
  readonly asked?: Pick<Unit, 'id' | 'path'>
  /** The unit that the request names, where it is another. */
  readonly named?: Pick<Unit, 'id' | 'path'>
  /** What is wrong with the target; only said to those who may know of it. */
  readonly otherwise?: Result<never>
}

/** Loads what the route is about; undefined where there is no such thing. */
export const loadTarget = async (
  services: Services,
  route: RouteSpec,
  path: Record<string, string>,
  askedUnit: string | undefined,
): Promise<Loaded | undefined> => {
  const roundId = path['round'] ?? ''
  switch (route.target) {
    case 'none':
      return { target: {} }
    case 'unit': {
      const unit = await services.units.unit(path['unit'] ?? '')
      return unit === undefined ? { target: {} } : { target: { unit }, asked: unit }
    }
    case 'round': {
      const found = await roundAndUnit(services, roundId, undefined)
      return found?.unit.path.includes(found.round.owner) ? { target: found, asked: found.unit } : undefined
    }
    case 'report': {
      const found = await roundAndUnit(services, roundId, askedUnit)
      if (!found?.unit.path.includes(found.round.owner)) return undefined
      /* A unit that collects nothing has no report, and no board: none is answered rather than an empty one. */
      return (await collects(services, found.round, found.unit)) ? { target: found, asked: found.unit } : undefined
    }
    case 'return':
    case 'collected': {
      const found = await roundAndUnit(services, roundId, path['unit'] ?? '')
      if (!found?.unit.path.includes(found.round.owner)) return undefined
      const { round, unit } = found
      /* A county's own coordinator does not review what the county hands in: the unit that collects it does. */
      const [asked, isPart] = await Promise.all([
        route.target === 'return' ? unit : collectorOfReturn(services, round, unit),
        hasPart(services, round, unit),
      ])
      return {
        target: found,
        asked,
        named: unit,
        ...(isPart ? {} : { otherwise: refuse('notAParticipant', { unit: unit.id, round: round.title }) }),
      }
    }
  }
}
