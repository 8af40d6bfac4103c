/* What a digest tells of a collector's part of a round, as the table has it now. Days and triggers: shared/reminder/digest.ts. */
import { type CameBack, type Digest, type DigestUnit, isMissing } from '../../shared/reminder/digest.ts'
import type { Figures } from '../../shared/report/report.ts'
import { reportStageOf } from '../../shared/report/report-review.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { participantsUnder } from '../rounds/participants.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { KnownAddresses } from '../store/addresses.ts'
import type { LetterState, StoredLetter } from '../store/letters.ts'
import { type Board, mutedNow } from '../store/rounds.ts'
import type { StoredPerson } from '../store/units.ts'
import { dueOnBoard } from './owed.ts'

type Facts = Pick<DigestUnit, 'stage' | 'due' | 'progress' | 'isReport' | 'muted'>

const factsOfReturn = (round: Round, board: Board, unit: Unit): Facts => {
  const head = board.heads.find((one) => one.unit === unit.id)
  const { due } = dueOnBoard({ round, board }, unit)
  const progress = head && { filled: head.summary.filled, total: head.summary.total }
  return { stage: head?.now.stage, due, progress, muted: mutedNow(board, unit.id)?.reason }
}

/** A unit with units below it owes its report: handed in, on the way, or nothing yet. */
const factsOfReport = (round: Round, board: Board, members: readonly Figures[], unit: Unit): Facts => {
  const member = members.find((one) => one.unit === unit.id && one.scope === 'below' && one.unitsIn > 0)
  const review = board.reviews[unit.id]
  const stage = reportStageOf(member, review)
  if (stage === 'sentBack' && review?.decision === 'sendBack')
    return { stage, due: { dueAt: review.dueAt, why: 'correction' }, isReport: true }
  return { stage: stage === 'notStarted' ? undefined : stage, due: originalDueOf(round, unit), isReport: true }
}

/** Whom to ring up, and whether a letter reaches anybody: for a report its coordinators, for a return who fills in. */
const peopleFacts = (unit: Unit, facts: Facts, people: readonly StoredPerson[], known: KnownAddresses) => {
  const role = facts.isReport ? 'coordinator' : 'reporter'
  const asked = people.filter(({ posts }) => posts.some((post) => post.unit === unit.id && post.role === role))
  const contact = asked.find(({ phone }) => phone !== undefined) ?? asked[0]
  return {
    isUnreachable: !asked.some(({ email }) => known.stateOf(email) === 'ok'),
    ...(contact === undefined ? {} : { contact: { name: contact.name, phone: contact.phone } }),
  }
}

/** When a letter arrived as far as is known, or came back; undefined while it waits or where it was not sent. */
const outcomeOf = (outcome: LetterState) => {
  switch (outcome.state) {
    case 'sent':
      return { at: outcome.sentAt }
    case 'delivered':
      return { at: outcome.deliveredAt }
    case 'bounced':
    case 'complained':
    case 'refused':
      return { at: outcome.at, because: outcome.because }
    case 'queued':
    case 'attempted':
    case 'superseded':
      return undefined
  }
}

/** The last letter to each address, where it came back. One that has arrived since, or an address of old, is no work. */
const cameBackOf = async (
  { units }: Pick<Services, 'units'>,
  letters: readonly StoredLetter[],
): Promise<readonly CameBack[]> => {
  const tried = letters.flatMap(({ letter, outcome }) => {
    const known = outcomeOf(outcome)
    return known === undefined ? [] : [{ letter, ...known }]
  })
  const inOrder = tried.toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const last = new Map(inOrder.map((one) => [one.letter.to.email, one]))
  const found = await sideBySide([...last.values()], async ({ letter, at, because }) => {
    const { personId, name, email } = letter.to
    return because !== undefined && (await units.person(personId))?.email === email
      ? [{ name, email, units: letter.units.map((one) => one.name), at, because }]
      : []
  })
  return found.flat()
}

/** The digest of a collector now. */
export const digestOf = async (
  services: Services,
  round: Round,
  collectorId: UnitId,
  now: Instant,
): Promise<Digest> => {
  const collector = await services.units.unit(collectorId)
  const link = services.boardLink(round.id, collectorId)
  if (collector === undefined) return { units: [], cameBack: [], link }
  const [{ own, collectors, peopleBelow }, people, board, letters, known] = await Promise.all([
    participantsUnder(services, round, collector),
    services.units.peopleOf(collectorId),
    services.rounds.board(round.id, collectorId),
    services.letters.ofCollector(round.id, collectorId),
    services.addresses.inTrouble(),
  ])
  const members = collectors.length === 0 ? [] : await services.reports.members(round.id, collectorId)
  const all = [
    ...own.map((unit) => ({ unit, facts: factsOfReturn(round, board, unit) })),
    ...collectors.map((unit) => ({ unit, facts: factsOfReport(round, board, members, unit) })),
  ]
  const units = all.map(({ unit, facts }) => {
    const staff = unit.id === collectorId ? people : (peopleBelow.get(unit.id) ?? [])
    const who = isMissing(facts) ? peopleFacts(unit, facts, staff, known) : { isUnreachable: false }
    return { unit: unit.id, name: unit.name, ...facts, ...who }
  })
  return { units, cameBack: (await cameBackOf(services, letters)).filter(({ at }) => at <= now), link }
}
