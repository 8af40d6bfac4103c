/*
 * One Lambda per entry of the manifest, each with a role, a log group and (when something else than HTTP calls it) a
 * failure queue of its own: no two functions share a permission.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  CfnFunction,
  type Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type FunctionName, type FunctionSpec, functions } from '../functions/manifest.ts'
import { tableShape } from '../functions/store/table.ts'
import { acknowledge } from './acknowledge.ts'
import { environmentOf } from './environment.ts'
import { grantsOf } from './grants.ts'
import type { Mail } from './mail.ts'
import type { Settings } from './settings.ts'

export interface Deployed {
  readonly name: FunctionName
  readonly spec: FunctionSpec
  readonly lambda: Lambda
  readonly log: LogGroup
  /** Where a tick or notice that could not be delivered and stream records that failed for good end up. */
  readonly failures: Queue | undefined
}

export interface Pool {
  readonly id: string
  readonly arn: string
}

export interface Ground {
  readonly settings: Settings
  readonly table: TableV2
  readonly mail: Mail
  /** Where the pages are: scheme and host. */
  readonly pages: string
  /** Who signs people in; left out for what the user pool itself calls. */
  readonly issuer?: string
  /** The installation's own user pool; there is none where another issuer signs people in. */
  readonly pool?: Pool
  /** The bundle of a function; tests pass a stub. */
  readonly code: (name: FunctionName) => Code
}

export const functionsOf = (scope: Construct, ground: Ground, names: readonly FunctionName[]): readonly Deployed[] =>
  names.map((name) => functionOf(new Construct(scope, name), name, functions[name], ground))

const functionOf = (scope: Construct, name: FunctionName, spec: FunctionSpec, ground: Ground): Deployed => {
  const { settings, table, mail, code, pages, issuer, pool } = ground
  const surroundings = {
    table: table.tableName,
    pages,
    senderName: settings.senderName,
    mail,
    ...(issuer === undefined ? {} : { issuer }),
    ...(pool === undefined ? {} : { pool: pool.id }),
  }
  const log = new LogGroup(scope, 'Log', { retention: settings.logDays, removalPolicy: RemovalPolicy.DESTROY })
  const failures = spec.stream || spec.every || spec.feedback ? failuresOf(scope) : undefined
  const statements = grantsOf(spec, {
    tableArn: table.tableArn,
    indexArn: `${table.tableArn}/index/${tableShape.index.name}`,
    streamArn: streamArnOf(table),
    logArn: log.logGroupArn,
    failuresArn: failures?.queueArn,
    poolArn: pool?.arn,
    mail,
  })
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${name} may touch, from the manifest`,
    inlinePolicies: { uses: new PolicyDocument({ statements: [...statements] }) },
  })
  const lambda = new Lambda(scope, 'Function', {
    description: `When broken: ${spec.whenBroken}`,
    code: code(name),
    handler: 'handler.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: spec.memoryMb,
    timeout: Duration.seconds(spec.timeoutSeconds),
    environment: environmentOf(name, spec, surroundings),
    role,
    logGroup: log,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel[settings.logLevel],
    /* A tick older than its interval is worth nothing: the next one asks the same question. */
    ...(spec.every ? { maxEventAge: Duration.minutes(spec.every.minutes) } : {}),
  })
  const { defaultChild } = lambda.node
  /* Not by its own property, which grants by a second policy what grants.ts has granted. */
  if (spec.feedback && failures && defaultChild instanceof CfnFunction)
    defaultChild.deadLetterConfig = { targetArn: failures.queueArn }
  return { name, spec, lambda, log, failures }
}

const failuresOf = (scope: Construct): Queue => {
  const queue = new Queue(scope, 'Failures', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  acknowledge(
    queue,
    'AwsSolutions-SQS3',
    'This is itself the queue for what failed; a person reads it (docs/operations.md).',
  )
  return queue
}

/** ARN of the table's stream; the table is always made with one. */
export const streamArnOf = (table: TableV2): string => {
  if (table.tableStreamArn === undefined) throw new Error('The table has no stream; see data.ts.')
  return table.tableStreamArn
}
