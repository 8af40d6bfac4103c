/* The digest of a morning (product R6): one a day to the coordinators of a collector, claimed with their letters. */
import { digestDay, isDigestDue } from '../../shared/reminder/digest.ts'
import type { Letter, LetterFacts } from '../../shared/reminder/letter.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant, LocalDate } from '../../shared/time.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import type { Services } from '../services.ts'
import { digestClaimed, posted } from '../store/letters.ts'
import { commit } from '../store/table-client.ts'
import type { StoredPerson } from '../store/units.ts'
import { digestOf } from './digest-of.ts'
import { type Done, nothing } from './done.ts'
import { factsFor } from './letter-of.ts'

/** The facts of the digest of a day, to one coordinator. */
export const digestFacts = (
  round: Round,
  collector: Unit,
  person: Pick<StoredPerson, 'id' | 'name' | 'email' | 'language'>,
  day: LocalDate,
  now: Instant,
): LetterFacts => {
  const about = [{ unit: collector, due: originalDueOf(round, collector) }]
  const named = { what: 'digest', which: day.replaceAll('-', '') }
  return factsFor(round, collector.id, person, 'coordinator', about, named, now)
}

/** Posts the digest of today, if this is a morning for one and nobody has posted it. */
export const postDigest = async (services: Services, round: Round, collector: Unit, now: Instant): Promise<Done> => {
  const calendar = calendarOf(round.calendar)
  const day = digestDay(round, now, calendar)
  if (day === undefined) return nothing
  const digests = await services.letters.digests(round.id, collector.id)
  if (digests.some((one) => one.day === day)) return nothing
  const people = (await services.units.peopleOf(collector.id)).filter(({ posts }) =>
    posts.some((post) => post.unit === collector.id && post.role === 'coordinator'),
  )
  if (people.length === 0) return nothing
  const digest = await digestOf(services, round, collector.id, now)
  const facts = { day, zone: round.zone, lastAt: digests.at(-1)?.at }
  if (!isDigestDue(digest, facts, calendar)) return nothing
  const letters = people.map(
    (person): Letter => ({ ...digestFacts(round, collector, person, day, now), kind: 'digest', day }),
  )
  const { done } = await commit(services.table, [
    digestClaimed(round.id, collector.id, { day, at: now }),
    ...letters.map((letter) => posted(letter, now)),
  ])
  /* A refused claim: another run has posted it. */
  return done ? { ...nothing, letters: letters.length } : nothing
}
