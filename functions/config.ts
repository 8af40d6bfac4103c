/*
 * The environment of a function, read once and checked: a missing name stops the start, it is never ''. The only file
 * that knows process.env. infra/ and local/ set these names.
 */
import * as z from 'zod/mini'

const name = z.string().check(z.minLength(1))

const environment = z.object({
  HUIBAO_TABLE: name,
  /** Where the pages are, for links in letters: https://huibao.example.gov.cn */
  HUIBAO_PAGES: z.string().check(z.regex(/^https?:\/\//)),
  /** The OpenID Connect issuer of the tokens, asked for the address where a token carries none. */
  HUIBAO_ISSUER: z.optional(z.string().check(z.regex(/^https?:\/\//))),
  /** The user pool in which this installation makes accounts; none where another issuer signs people in. */
  HUIBAO_USER_POOL: z.optional(name),
  /** Set on one machine only: the DynamoDB-compatible store. */
  HUIBAO_DYNAMODB_ENDPOINT: z.optional(name),
  HUIBAO_SES_ENDPOINT: z.optional(name),
  /** The sender, as SES has verified it: 汇报 <huibao@example.gov.cn>. Functions that send have it. */
  HUIBAO_SENDER: z.optional(name),
  HUIBAO_CONFIGURATION_SET: z.optional(name),
  /** Mails a second that SES takes from this account, where somebody has said it. */
  HUIBAO_MAILS_PER_SECOND: z.optional(z.string().check(z.regex(/^[1-9][0-9]{0,3}$/))),
  /** ARN of the topic by which SES tells what became of a mail; `mail-events` believes no other. */
  HUIBAO_FEEDBACK_TOPIC: z.optional(z.string().check(z.regex(/^arn:/))),
  /** `true` marks letters and documents as 演示数据. */
  HUIBAO_DEMO: z.optional(z.enum(['true', 'false'])),
})

export interface Config {
  readonly table: string
  readonly pages: string
  readonly issuer?: string | undefined
  readonly userPool?: string | undefined
  readonly dynamoEndpoint?: string | undefined
  readonly sesEndpoint?: string | undefined
  readonly sender?: string | undefined
  readonly configurationSet?: string | undefined
  readonly mailsPerSecond?: number | undefined
  readonly feedbackTopic?: string | undefined
  readonly demo: boolean
}

/** Reads the environment; throws with every name that is missing or wrong. */
export const readConfig = (from: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const read = z.safeParse(environment, from)
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new Error(`The environment of this function is incomplete: ${wrong}`)
  }
  const e = read.data
  return {
    table: e.HUIBAO_TABLE,
    pages: e.HUIBAO_PAGES,
    issuer: e.HUIBAO_ISSUER,
    userPool: e.HUIBAO_USER_POOL,
    dynamoEndpoint: e.HUIBAO_DYNAMODB_ENDPOINT,
    sesEndpoint: e.HUIBAO_SES_ENDPOINT,
    sender: e.HUIBAO_SENDER,
    configurationSet: e.HUIBAO_CONFIGURATION_SET,
    mailsPerSecond: e.HUIBAO_MAILS_PER_SECOND === undefined ? undefined : Number(e.HUIBAO_MAILS_PER_SECOND),
    feedbackTopic: e.HUIBAO_FEEDBACK_TOPIC,
    demo: e.HUIBAO_DEMO === 'true',
  }
}
