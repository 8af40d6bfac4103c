/* Who owes and is in no figure: right below a collector, from its members; asked by the roll-up and by the pages. */
import { isIn } from '../../shared/report/add-up.ts'
import type { Figures } from '../../shared/report/report.ts'
import { stageOf } from '../../shared/return/moves.ts'
import type { StageOrNone } from '../../shared/return/stages.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { dueNow } from '../returns/situation.ts'
import type { Participants } from '../rounds/participants.ts'
import type { StoredReturn } from '../store/returns.ts'

export interface Missing {
  readonly unit: UnitId
  readonly name: Words
  readonly stage: StageOrNone
  readonly timeliness: 'open' | 'overdue'
}

const has = (members: readonly Figures[], unit: Unit, scope: Figures['scope']): boolean =>
  members.some((member) => member.unit === unit.id && member.scope === scope)

/** Units right below, the collector itself among them, whose own return is in none of the members. */
export const missingMembers = ({ own }: Pick<Participants, 'own'>, members: readonly Figures[]): readonly Unit[] =>
  own.filter((unit) => !has(members, unit, 'own'))

/** Collectors right below from which no figure has come. */
export const silentCollectors = (
  { collectors }: Pick<Participants, 'collectors'>,
  members: readonly Figures[],
): readonly Unit[] => collectors.filter((unit) => !has(members.filter(isIn), unit, 'below'))

/** A missing unit as it is shown. */
export const missingRow = (
  round: Round,
  unit: Unit,
  stored: Pick<StoredReturn, 'head' | 'extension'>,
  now: Instant,
): Missing => ({
  unit: unit.id,
  name: unit.name,
  stage: stageOf(stored.head?.now),
  timeliness: now >= dueNow(round, unit, stored).dueAt ? 'overdue' : 'open',
})
