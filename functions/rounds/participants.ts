/* The units under a collector that owe a return in a round: itself (its own figures) and those right below it. */
import { takesPart } from '../../shared/round/participation.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'

export interface Participants {
  /** Units whose own return is counted by this collector. */
  readonly own: readonly Unit[]
  /** Units below that collect for themselves: their report is one member. */
  readonly collectors: readonly Unit[]
}

export const participantsUnder = async (
  { units }: Pick<Services, 'units'>,
  round: Pick<Round, 'owner' | 'units'>,
  collector: Unit,
): Promise<Participants> => {
  const below = await units.unitsBelow(collector.id)
  const collectors = below.filter((unit) => unit.hasBelow)
  /* Where a round names its units, a collector owes only if one of them is the collector itself or stands below it. */
  const named = round.units === 'below' || collectors.length === 0 ? [] : await units.units(round.units)
  return {
    own: [collector, ...below.filter((unit) => !unit.hasBelow)].filter((unit) => takesPart(round, unit)),
    collectors: collectors.filter((unit) => round.units === 'below' || named.some((one) => one.path.includes(unit.id))),
  }
}
