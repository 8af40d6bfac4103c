/*
 * Least privilege, made from `uses` of the manifest and from nothing else: exactly the listed actions on the table, a
 * query on its index, mail from one address, accounts in the one user pool, the function's own log and its own failure queue. No statement has a
 * wildcard resource.
 */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { FunctionSpec } from '../functions/manifest.ts'
import type { Mail } from './mail.ts'

export interface Grantable {
  readonly tableArn: string
  readonly indexArn: string
  readonly streamArn: string
  readonly logArn: string
  readonly failuresArn: string | undefined
  /** The installation's own user pool; only what there is with one has it. */
  readonly poolArn?: string | undefined
  readonly mail: Mail
}

const allow = (sid: string, actions: readonly string[], ...resources: readonly string[]) =>
  new PolicyStatement({ sid, actions: [...actions], resources: [...resources] })

const mailFrom = ({ sender, identityArn, configurationSetArn }: Mail) =>
  new PolicyStatement({
    sid: 'Mail',
    actions: ['ses:SendRawEmail'],
    resources: [identityArn, configurationSetArn],
    conditions: { StringEquals: { 'ses:FromAddress': sender } },
  })

/* ListStreams is among the four that Lambda asks the role for before it reads a stream. */
const streamActions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
  (name) => `dynamodb:${name}`,
)

/** Statements of the role of one function. */
export const grantsOf = ({ uses, stream, feedback }: FunctionSpec, on: Grantable): readonly PolicyStatement[] => [
  allow('Log', ['logs:CreateLogStream', 'logs:PutLogEvents'], on.logArn),
  allow(
    'Table',
    uses.table.map((action) => `dynamodb:${action}`),
    on.tableArn,
  ),
  ...(uses.index ? [allow('Waiting', ['dynamodb:Query'], on.indexArn)] : []),
  ...(uses.mail ? [mailFrom(on.mail)] : []),
  ...(uses.pool && on.poolArn
    ? [
        allow(
          'Accounts',
          uses.pool.map((action) => `cognito-idp:${action}`),
          on.poolArn,
        ),
      ]
    : []),
  ...(stream ? [allow('Stream', streamActions, on.streamArn)] : []),
  ...((stream || feedback) && on.failuresArn ? [allow('Failures', ['sqs:SendMessage'], on.failuresArn)] : []),
]
