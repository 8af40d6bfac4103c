/* The units under a collector that owe a return in a round: itself (its own figures) and those right below it. */
import { takesPart } from '../../shared/round/participation.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'

export interface Participants {
  /** Units whose own return is counted by this collector. */
  readonly own: readonly Unit[]
  /** Units below that collect for themselves: their report is one member. */
  readonly collectors: readonly Unit[]
  /** Who holds posts in the units below; of the collector itself nothing is said. */
  readonly peopleBelow: ReadonlyMap<UnitId, readonly StoredPerson[]>
}

export const participantsUnder = async (
  { units }: Pick<Services, 'units'>,
  round: Pick<Round, 'owner' | 'units'>,
  collector: Unit,
): Promise<Participants> => {
  const staffed = await units.staffedBelow(collector.id)
  const below = staffed.map(({ unit }) => unit)
  const collectors = below.filter((unit) => unit.hasBelow)
  /* Where a round names its units, a collector owes only if one of them is the collector itself or stands below it. */
  const named = round.units === 'below' || collectors.length === 0 ? [] : await units.units(round.units)
  return {
    own: [collector, ...below.filter((unit) => !unit.hasBelow)].filter((unit) => takesPart(round, unit)),
    collectors: collectors.filter((unit) => round.units === 'below' || named.some((one) => one.path.includes(unit.id))),
    peopleBelow: new Map(staffed.map(({ unit, people }) => [unit.id, people])),
  }
}
