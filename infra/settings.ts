/*
 * Everything an office chooses about its own installation, in one place. Nothing here is secret: there are no keys and
 * no passwords. The values below are examples; `cdk deploy` refuses them, `node infra/app.ts`
 * takes them, so that the templates can be read and tested without an account.
 * `npm run settings` prints the table of docs/operations.md from this file.
 */
export interface Settings {
  readonly region: string
  readonly domain: string
  readonly issuer: string
  readonly audience: readonly string[]
  readonly senderName: string
  readonly sender: string
  readonly mailIdentity: string
  readonly alarmsTo: string
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR'
  readonly logDays: 30 | 90 | 180 | 365 | 731 | 1827
  readonly restoreDays: number
  readonly requestsPerSecond: number
  readonly requestsAtOnce: number
}

export const settings: Settings = {
  region: 'ap-southeast-1',
  domain: 'huibao.example',
  issuer: 'https://sign-in.huibao.example',
  audience: ['huibao'],
  senderName: '汇报',
  sender: 'reminders@huibao.example',
  mailIdentity: 'huibao.example',
  alarmsTo: 'operations@huibao.example',
  logLevel: 'INFO',
  logDays: 365,
  restoreDays: 35,
  requestsPerSecond: 100,
  requestsAtOnce: 200,
}

/** What each setting means, for the person who fills it in. */
export const meanings: Readonly<Record<keyof Settings, string>> = {
  region: 'AWS region of everything; mail is sent from the same region.',
  domain: 'Host name under which people open Huibao; letters link to it.',
  issuer:
    'OpenID Connect issuer that signs people in; its `/.well-known/openid-configuration` must answer on the internet.',
  audience: 'Audiences (or client ids) that a token must carry one of.',
  senderName: 'Name that letters come from.',
  sender: 'Address that letters come from; the functions may send from no other.',
  mailIdentity: 'Verified SES identity of the sender: its domain, or the address itself.',
  alarmsTo: 'Address that alarms are sent to; it confirms once by a link.',
  logLevel: 'Least level of a log line that is kept.',
  logDays: 'Days that log lines are kept. The log of record is in the table and is kept for ever.',
  restoreDays: 'Days back to which the table can be restored, to the second; 1 to 35.',
  requestsPerSecond: 'Requests per second that the API takes before it answers 429.',
  requestsAtOnce: 'Requests beyond that rate that it takes in one burst.',
}

/** Settings that the file still has as it came; deploying with these would ask a foreign issuer who may sign in. */
export const unchangedExamples = (given: Settings): readonly string[] =>
  Object.entries(given)
    .filter(([, value]) => [value].flat().some((part) => /(^|[.@/])huibao\.example$/.test(String(part))))
    .map(([name]) => name)
