/*
 * Everything an office chooses about its own installation, in one place. Nothing here is secret: there are no keys and
 * no passwords. The values below are examples; `cdk deploy` refuses them, `node infra/app.ts`
 * takes them, so that the templates can be read and tested without an account.
 * `npm run settings` prints the table of docs/operations.md from this file.
 */

/** A user pool of the stack's own: a one-time code by e-mail, no password. */
export interface OwnUserPool {
  /** First label of the sign-in page's host name; nobody else in the region may have it. */
  readonly prefix: string
  /** People may open their accounts themselves; else only the directory makes any. Decision 0021 says what it costs. */
  readonly selfSignUp: boolean
}

/** Any other OpenID Connect issuer. */
export interface OtherIssuer {
  readonly issuer: string
  readonly clientId: string
  readonly audience: readonly string[]
  readonly scope: string
  /** Scheme and host of every endpoint that the pages call there: tokens, user information. */
  readonly origins: readonly string[]
}

export interface Settings {
  readonly region: string
  readonly address?: { readonly domain: string; readonly certificateArn: string }
  readonly signIn: OwnUserPool | OtherIssuer
  readonly senderName: string
  readonly sender: string
  readonly mailIdentity: string
  readonly mailIdentityBy: 'stack' | 'office'
  readonly mailsPerSecond?: number
  readonly alarmsTo: string
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR'
  readonly logDays: 30 | 90 | 180 | 365 | 731 | 1827
  readonly restoreDays: number
  readonly requestsPerSecond: number
  readonly requestsAtOnce: number
}

export const settings: Settings = {
  region: 'ap-southeast-1',
  signIn: { prefix: 'huibao-example', selfSignUp: false },
  senderName: '汇报',
  sender: 'reminders@huibao.example',
  mailIdentity: 'huibao.example',
  mailIdentityBy: 'stack',
  alarmsTo: 'operations@huibao.example',
  logLevel: 'INFO',
  logDays: 365,
  restoreDays: 35,
  requestsPerSecond: 100,
  requestsAtOnce: 200,
}

/** What each setting means, for the person who fills it in. */
export const meanings: Readonly<Record<keyof Settings, string>> = {
  region: 'AWS region of everything but the pages’ edge; mail is sent from the same region.',
  address:
    'Host name under which people open Huibao, and the ARN of its certificate in `us-east-1`: `{ domain, certificateArn }`. Letters link to it. Left out, the distribution’s own name serves.',
  signIn:
    'Who signs people in. `{ prefix, selfSignUp }`: a user pool of this stack, whose page is `https://<prefix>.auth.<region>.amazoncognito.com`; accounts are made from the directory, and with `selfSignUp` people may open theirs themselves. Or `{ issuer, clientId, audience, scope, origins }`: any OpenID Connect issuer with a public client; then there is no pool.',
  senderName: 'Name that letters come from.',
  sender: 'Address that letters come from; the functions may send from no other.',
  mailIdentity: 'SES identity of the sender: its domain, or the address itself. Verified before the first deploy.',
  mailIdentityBy:
    'Who makes that identity: the `stack` HuibaoMail, whose outputs are the records to publish; or the `office`, which has verified it already.',
  mailsPerSecond:
    'Letters a second that each of the two sending functions hands to SES at most; together no more than the account’s maximum send rate. Left out, they find out by being told to slow down.',
  alarmsTo: 'Address that alarms are sent to; it confirms once by a link.',
  logLevel: 'Least level of a log line that is kept.',
  logDays: 'Days that log lines are kept. The log of record is in the table and is kept for ever.',
  restoreDays: 'Days back to which the table can be restored, to the second; 1 to 35.',
  requestsPerSecond: 'Requests per second that the API takes before it answers 429.',
  requestsAtOnce: 'Requests beyond that rate that it takes in one burst.',
}

/* Every text in a setting, however deep it lies. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)]

/** Settings that the file still has as it came; deploying with these would send mail in a stranger's name. */
export const unchangedExamples = (given: Settings): readonly string[] =>
  Object.entries(given)
    .filter(([, value]) => textsIn(value).some((text) => /(^|[.@/])huibao[.-]example$/.test(text)))
    .map(([name]) => name)
