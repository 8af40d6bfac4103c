/*
 * Letters out through SES. The letter's key goes along as a message tag, because SES overwrites Message-ID and
 * repeats the tags in every delivery, bounce and complaint event (product R8).
 */
import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { Mailer } from './mailer.ts'

/** A mailer over SES. `from` is the verified address that bounces return to. */
export const sesMailer = ({
  client,
  configurationSet,
  from,
}: {
  readonly client: SESClient
  readonly configurationSet?: string | undefined
  readonly from: string
}): Mailer => ({
  send: async ({ to, raw, key }) => {
    const answer = await client.send(
      new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: raw },
        Tags: [{ Name: 'letter', Value: key }],
        ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
      }),
    )
    return { messageId: answer.MessageId ?? '' }
  },
})

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')
const statusOf = (error: unknown): number | undefined => {
  const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : undefined
  const isObject = typeof metadata === 'object' && metadata !== null
  const status = isObject && 'httpStatusCode' in metadata ? metadata.httpStatusCode : undefined
  return typeof status === 'number' ? status : undefined
}

const throttled: ReadonlySet<string> = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'LimitExceededException',
])
const refused: ReadonlySet<string> = new Set(['MessageRejected', 'InvalidParameterValue', 'UnusableLetter'])

/** SES did not take the mail because it came too fast, or the day's quota is used up: it is owed again, later. */
export const isThrottled = (error: unknown): boolean => throttled.has(nameOf(error)) || statusOf(error) === 429

/* The sender, or in a sandbox any address, is not verified: an installation to be mended, not a letter to be refused. */
const isUnverified = (error: unknown): boolean => error instanceof Error && /not verified/i.test(error.message)

/** The mail was not taken and never will be for this address and text: a person must look at it. */
export const isRefusedAddress = (error: unknown): boolean =>
  refused.has(nameOf(error)) && !isThrottled(error) && !isUnverified(error)

/* Nobody was there to take it. */
const unreached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** SES did not take the mail, so that it may be sent again without waiting for an event. */
export const isNotTaken = (error: unknown): boolean => {
  const status = statusOf(error)
  const saysNo = status !== undefined && ((status >= 400 && status < 500) || status === 503)
  return isThrottled(error) || isRefusedAddress(error) || saysNo || unreached.has(codeOf(error))
}
