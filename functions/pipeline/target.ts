/* What a route is about: the round, the return's or report's unit, loaded before the rights are asked. */
import type { RouteSpec } from '../../shared/api.ts'
import { type Result, refuse } from '../../shared/refusal.ts'
import { takesPart } from '../../shared/round/participation.ts'
import type { Round } from '../../shared/round/round.ts'
import { collectorOf } from '../../shared/unit/collector.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'

/** What a route is about, loaded and allowed before the use case runs. */
export interface Targets {
  readonly return: { readonly round: Round; readonly unit: Unit }
  readonly collected: { readonly round: Round; readonly unit: Unit }
  readonly report: { readonly round: Round; readonly unit: Unit }
  readonly round: { readonly round: Round }
  readonly unit: { readonly unit?: Unit }
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
    case 'round':
    case 'report': {
      const found = await roundAndUnit(services, roundId, route.target === 'report' ? askedUnit : undefined)
      return found?.unit.path.includes(found.round.owner) ? { target: found, asked: found.unit } : undefined
    }
    case 'return':
    case 'collected': {
      const found = await roundAndUnit(services, roundId, path['unit'] ?? '')
      if (!found?.unit.path.includes(found.round.owner)) return undefined
      const { round, unit } = found
      /* A county's own coordinator does not review what the county hands in: the unit that collects it does. */
      const collector = route.target === 'return' ? unit : await services.units.unit(collectorOf(unit, round.owner))
      return {
        target: found,
        asked: collector ?? unit,
        named: unit,
        ...(takesPart(round, unit)
          ? {}
          : { otherwise: refuse('notAParticipant', { unit: unit.id, round: round.title }) }),
      }
    }
  }
}
