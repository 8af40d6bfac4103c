/*
 * What SES tells of a mail, read strictly out of the text of an SNS notice (event publishing, format of the SES
 * developer guide, «Contents of event data that Amazon SES publishes to Amazon SNS»). Fields that nobody here needs are
 * not looked at. Time is the mail service's.
 */
import * as z from 'zod/mini'
import { type Instant, instant } from '../../shared/time.ts'

const text = z.string().check(z.maxLength(2_000))
const moment = z.iso.datetime()
const address = z.string().check(z.minLength(3), z.maxLength(400))

const mail = z.object({
  messageId: z.string().check(z.minLength(1), z.maxLength(200)),
  timestamp: moment,
  destination: z.array(address).check(z.minLength(1), z.maxLength(50)),
  tags: z.optional(z.record(z.string(), z.array(text))),
})

const bounced = z.object({ emailAddress: address, status: z.optional(text), diagnosticCode: z.optional(text) })

const event = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: moment }) }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bounceSubType: z.optional(text),
      bouncedRecipients: z.array(bounced).check(z.minLength(1), z.maxLength(50)),
      timestamp: moment,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      complaintFeedbackType: z.optional(z.nullable(text)),
      complainedRecipients: z.array(z.object({ emailAddress: address })).check(z.minLength(1), z.maxLength(50)),
      timestamp: moment,
    }),
  }),
  z.object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: z.optional(text) }) }),
  z.object({ eventType: z.literal('DeliveryDelay'), mail, deliveryDelay: z.object({ timestamp: moment }) }),
  z.object({
    eventType: z.literal('Rendering Failure'),
    mail,
    failure: z.object({ errorMessage: z.optional(text) }),
  }),
])

/** What became of a mail. */
export type Told =
  /** SES has it and is at it. */
  | { readonly what: 'sent' }
  | { readonly what: 'delivered' }
  | { readonly what: 'bounced'; readonly hard: boolean; readonly because: string; readonly recipients: Recipients }
  | { readonly what: 'complained'; readonly because: string; readonly recipients: Recipients }
  /** SES took it, looked at it and threw it away. */
  | { readonly what: 'rejected'; readonly because: string }

type Recipients = readonly string[]

export interface MailEvent {
  /** Key of the letter; absent for a mail that is none of ours: a sign-in code. */
  readonly key: string | undefined
  readonly messageId: string
  readonly destination: Recipients
  readonly at: Instant
  readonly told: Told
}

type Read = z.infer<typeof event>

const longest = 300
const oneLine = (...parts: readonly (string | null | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(' · ')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .slice(0, longest)

const lowered = (list: readonly { readonly emailAddress: string }[]): Recipients =>
  list.map(({ emailAddress }) => bare(emailAddress))

/** `李 <a@b.cn>` and `A@b.cn` are the same address. */
const bare = (written: string): string => (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase()

const toldBy = (read: Read): { readonly told: Told; readonly at: string } => {
  switch (read.eventType) {
    case 'Send':
      return { told: { what: 'sent' }, at: read.mail.timestamp }
    case 'DeliveryDelay':
      return { told: { what: 'sent' }, at: read.deliveryDelay.timestamp }
    case 'Delivery':
      return { told: { what: 'delivered' }, at: read.delivery.timestamp }
    case 'Bounce': {
      const { bounceType, bounceSubType, bouncedRecipients, timestamp } = read.bounce
      const [first] = bouncedRecipients
      const because = oneLine(`${bounceType}/${bounceSubType ?? '-'}`, first?.status, first?.diagnosticCode)
      const recipients = lowered(bouncedRecipients)
      return { told: { what: 'bounced', hard: bounceType === 'Permanent', because, recipients }, at: timestamp }
    }
    case 'Complaint': {
      const { complaintFeedbackType, complainedRecipients, timestamp } = read.complaint
      /* The reader took a mail out of the folder for unwanted ones. */
      if (complaintFeedbackType === 'not-spam') return { told: { what: 'delivered' }, at: timestamp }
      const because = oneLine('Complaint', complaintFeedbackType)
      return { told: { what: 'complained', because, recipients: lowered(complainedRecipients) }, at: timestamp }
    }
    case 'Reject':
      return { told: { what: 'rejected', because: oneLine('Reject', read.reject.reason) }, at: read.mail.timestamp }
    case 'Rendering Failure':
      return {
        told: { what: 'rejected', because: oneLine('Rendering Failure', read.failure.errorMessage) },
        at: read.mail.timestamp,
      }
  }
}

const parsed = (message: string): unknown => {
  try {
    return JSON.parse(message)
  } catch {
    return undefined
  }
}

/** Reads the text of a notice; undefined where it is none of SES's events. */
export const readMailEvent = (message: string): MailEvent | undefined => {
  const read = z.safeParse(event, parsed(message))
  if (!read.success) return undefined
  const { tags, messageId, destination } = read.data.mail
  const { told, at } = toldBy(read.data)
  return { key: tags?.['letter']?.[0], messageId, destination: destination.map(bare), at: instant(at), told }
}
