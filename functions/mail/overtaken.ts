/*
 * A reminder that lay in the outbox for days (SES down, address throttled) while the ladder went on: only the newest
 * step goes out (product R4: nobody gets a burst after an outage). On the day it was posted no other can have been,
 * so that only a late letter costs a query.
 */
import { type Letter, placeOfLetter } from '../../shared/reminder/letter.ts'
import { dayOf, type Instant } from '../../shared/time.ts'
import type { Services } from '../services.ts'

/** The letter without the units to which a newer step was posted; undefined when no unit is left. */
export const notOvertaken = async (
  { letters }: Pick<Services, 'letters'>,
  letter: Letter,
  now: Instant,
): Promise<Letter | undefined> => {
  const collector = placeOfLetter(letter.key)?.parentUnit
  const { kind, zone, createdAt } = letter
  if (kind !== 'reminder' || collector === undefined || dayOf(now, zone) === dayOf(createdAt, zone)) return letter
  const claims = await Promise.all(letter.units.map(({ unit }) => letters.claimsOf(letter.round, collector, unit)))
  const units = letter.units.filter((_, i) => !claims[i]?.some((claim) => claim.at > createdAt))
  return units.length === 0 ? undefined : { ...letter, units }
}
