/*
 * What an event makes of a letter (decision 0029). Events come twice, late and out of order, so that a letter only
 * climbs: sent, rejected, bounced for now, delivered, bounced for good, complained. Whatever the order in which the
 * events of a mail arrive, the end is the same. A bounce for now after a delivery is an answer of somebody on holiday.
 */
import type { LetterState, StoredLetter } from '../store/letters.ts'
import type { MailEvent } from './read-event.ts'

const heightOf = (outcome: LetterState): number => {
  switch (outcome.state) {
    case 'queued':
    case 'attempted':
    case 'superseded':
      return 0
    case 'sent':
      return 1
    case 'refused':
      return outcome.messageId === undefined ? 0 : 2
    case 'bounced':
      return outcome.hard ? 5 : 3
    case 'delivered':
      return 4
    case 'complained':
      return 6
  }
}

const outcomeOf = ({ told, at, messageId }: MailEvent): LetterState => {
  switch (told.what) {
    case 'sent':
      return { state: 'sent', sentAt: at, messageId }
    case 'delivered':
      return { state: 'delivered', deliveredAt: at, messageId }
    case 'rejected':
      return { state: 'refused', at, because: told.because, messageId }
    case 'bounced':
      return { state: 'bounced', at, because: told.because, hard: told.hard, messageId }
    case 'complained':
      return { state: 'complained', at, because: told.because, messageId }
  }
}

const addressesOf = ({ letter, sentTo }: StoredLetter): readonly string[] =>
  [letter.to.email, ...(sentTo === undefined ? [] : [sentTo])].map((email) => email.toLowerCase())

/**
 * Is it about a mail that this letter was sent as? It was sent at all, to that address, and where one attempt was all
 * there was, under that id: the id of an attempt whose answer was lost is known to SES only.
 */
const isAbout = (event: MailEvent, stored: StoredLetter): boolean => {
  const { outcome, attempts } = stored
  if (attempts === 0) return false
  const known = 'messageId' in outcome ? outcome.messageId : undefined
  if (known !== undefined && attempts === 1 && known !== event.messageId) return false
  const ours = addressesOf(stored)
  const theirs = 'recipients' in event.told ? event.told.recipients : event.destination
  return event.destination.some((one) => ours.includes(one)) && theirs.some((one) => ours.includes(one))
}

export type After =
  | { readonly what: 'nothingNew' | 'notAbout' }
  | {
      readonly what: 'changed'
      readonly outcome: LetterState
      /** The address that the event is about, in lower case. */
      readonly address: string
    }

/** The letter's state after the event. */
export const afterEvent = (event: MailEvent, stored: StoredLetter): After => {
  if (!isAbout(event, stored)) return { what: 'notAbout' }
  const outcome = outcomeOf(event)
  if (heightOf(outcome) <= heightOf(stored.outcome)) return { what: 'nothingNew' }
  const ours = addressesOf(stored)
  const theirs = 'recipients' in event.told ? event.told.recipients : event.destination
  return { what: 'changed', outcome, address: theirs.find((one) => ours.includes(one)) ?? stored.letter.to.email }
}
