import type { Unit } from '../unit/unit.ts'
import type { Round } from './round.ts'

/** Does the unit owe a return in this round? The owner's own figures (本级) are a return like any other. */
export const takesPart = (round: Pick<Round, 'owner' | 'units'>, unit: Pick<Unit, 'id' | 'path'>): boolean =>
  unit.path.includes(round.owner) && (round.units === 'below' || round.units.includes(unit.id))
