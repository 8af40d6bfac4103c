/* Before a round is closed: who was asked to correct their return and has not handed it in again, down the whole tree. */
import { stillOwes } from '../../shared/reminder/still-true.ts'
import { correctionOf } from '../../shared/return/moves.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import { participantsUnder } from './participants.ts'

/** Units under a collector, at every level, whose return is under correction and with them. */
export const openCorrections = async (
  services: Pick<Services, 'rounds' | 'units'>,
  round: Round,
  collector: Unit,
): Promise<readonly UnitId[]> => {
  const [{ collectors }, { heads }] = await Promise.all([
    participantsUnder(services, round, collector),
    services.rounds.board(round.id, collector.id),
  ])
  const own = heads.filter(({ now }) => correctionOf(now) !== undefined && stillOwes(now.stage)).map(({ unit }) => unit)
  const below: UnitId[] = []
  /* One level after the other: a whole province at once would be more than the store's client has connections for. */
  for (const unit of collectors) below.push(...(await openCorrections(services, round, unit)))
  return [...own, ...below]
}
