/*
 * An event of SES onto its letter and, where it says so, onto the address: in one transaction, so that a repeated
 * event, which changes no letter, marks no address either (a coordinator may have cleared it meanwhile).
 */
import type { Services } from '../services.ts'
import { forgotten, marked, type StoredAddress } from '../store/addresses.ts'
import { type LetterState, placeOf } from '../store/letters.ts'
import type { Write } from '../store/table-client.ts'
import { afterEvent } from './after-event.ts'
import type { MailEvent } from './read-event.ts'

type Parts = Pick<Services, 'letters' | 'addresses'>

/** `stranger`: no letter of ours, or not a mail of that letter. */
export type Recorded = LetterState['state'] | 'nothingNew' | 'stranger'

/** What is known of the address from now on. Two letters in a row that came back for now count as one for good. */
const addressAfter = (
  known: StoredAddress | undefined,
  outcome: LetterState,
  told: Pick<StoredAddress, 'email' | 'key'>,
): readonly Write[] => {
  if (outcome.state === 'complained')
    return [marked({ ...told, state: 'complained', at: outcome.at, why: outcome.because })]
  if (outcome.state === 'delivered') return known?.state === 'doubtful' ? [forgotten(told.email)] : []
  if (outcome.state !== 'bounced' || known?.state === 'complained') return []
  if (outcome.hard) return [marked({ ...told, state: 'bounced', at: outcome.at, why: outcome.because })]
  if (known?.state === 'bounced') return []
  const isSecond = known !== undefined && known.key !== told.key
  return [marked({ ...told, state: isSecond ? 'bounced' : 'doubtful', at: outcome.at, why: outcome.because })]
}

const mostTries = 5

/** @throws Error where others were at the letter each time; the event comes again. */
export const recordEvent = async ({ letters, addresses }: Parts, event: MailEvent): Promise<Recorded> => {
  const place = event.key === undefined ? undefined : placeOf(event.key)
  if (place === undefined) return 'stranger'
  for (let i = 0; i < mostTries; i += 1) {
    const stored = await letters.load(place)
    const after = stored === undefined ? undefined : afterEvent(event, stored)
    if (stored === undefined || after === undefined || after.what === 'notAbout') return 'stranger'
    if (after.what !== 'changed') return 'nothingNew'
    const { outcome, address } = after
    const known = outcome.state === 'sent' ? undefined : await addresses.addressOf(address)
    const writes = addressAfter(known, outcome, { email: address, key: stored.letter.key })
    if (await letters.told(stored, outcome, writes)) return outcome.state
  }
  throw new Error(`The letter ${event.key} was changed each time that an event was to be recorded.`)
}
