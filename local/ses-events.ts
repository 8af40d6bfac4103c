/*
 * What SES publishes of a mail, in its own shapes (event publishing to SNS): Send at once, then Delivery or what the
 * fault asks for.
 */
import type { Instant } from '../shared/time.ts'
import type { Fault } from './mail-faults.ts'

export type SesEvent = { readonly eventType: string; readonly mail: object; readonly [part: string]: unknown }

interface Sent {
  readonly messageId: string
  readonly at: Instant
  readonly to: readonly string[]
  readonly tags: Readonly<Record<string, string>>
  readonly source: string
}

const mailOf = ({ messageId, at, to, tags, source }: Sent) => ({
  timestamp: at,
  source,
  sourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/local',
  sendingAccountId: '000000000000',
  messageId,
  destination: to,
  headersTruncated: false,
  headers: [],
  commonHeaders: { to, messageId },
  tags: Object.fromEntries([
    ['ses:operation', ['SendRawEmail']],
    ['ses:configuration-set', ['local']],
    ...Object.entries(tags).map(([name, value]) => [name, [value]]),
  ]),
})

const diagnostic = (isSoft: boolean) =>
  isSoft
    ? { action: 'failed', status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' }
    : { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }

const bounceOf = ({ messageId, at, to }: Sent, isSoft: boolean) => ({
  bounceType: isSoft ? 'Transient' : 'Permanent',
  bounceSubType: isSoft ? 'MailboxFull' : 'General',
  bouncedRecipients: to.map((emailAddress) => ({ emailAddress, ...diagnostic(isSoft) })),
  timestamp: at,
  feedbackId: `bounce-${messageId}`,
  reportingMTA: 'dns; local',
})

const complaintOf = ({ messageId, at, to }: Sent) => ({
  complainedRecipients: to.map((emailAddress) => ({ emailAddress })),
  timestamp: at,
  feedbackId: `complaint-${messageId}`,
  complaintSubType: null,
  complaintFeedbackType: 'abuse',
  arrivalDate: at,
})

const deliveryOf = ({ at, to }: Sent) => ({
  timestamp: at,
  processingTimeMillis: 500,
  recipients: to,
  smtpResponse: '250 OK',
  reportingMTA: 'local',
})

/** The events of one mail, in the order in which they happen. */
export const eventsOf = (sent: Sent, fault: Fault | undefined): readonly SesEvent[] => {
  const mail = mailOf(sent)
  const send = { eventType: 'Send', mail, send: {} }
  if (fault?.kind === 'bounce')
    return [send, { eventType: 'Bounce', mail, bounce: bounceOf(sent, fault.soft === true) }]
  const delivered = [send, { eventType: 'Delivery', mail, delivery: deliveryOf(sent) }]
  return fault?.kind === 'complain'
    ? [...delivered, { eventType: 'Complaint', mail, complaint: complaintOf(sent) }]
    : delivered
}
