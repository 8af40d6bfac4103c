/*
 * An alarm says who is hurt: its text is `whenBroken` of the manifest and nothing else. What is watched:
 *   errors       crashes and time-outs, and lines of level ERROR, because a function that answers 500 or reports a
 *                failed record has not failed in the eyes of Lambda
 *   throttles    calls that found no room
 *   failures     something lies in the failure queue
 *   lag          records of the stream wait longer than they should
 *   silence      a function that should tick has not been called twice in a row: nothing fails, nothing happens
 */
import { Duration, Stack } from 'aws-cdk-lib'
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { Deployed } from './functions.ts'

interface Watch {
  readonly what: string
  readonly metric: IMetric
  readonly from: number
  readonly periods?: number
  /** Fewer than `from` is the trouble, and so is no figure at all. */
  readonly silence?: true
}

const fiveMinutes = Duration.minutes(5)
const sum = { statistic: 'Sum', period: fiveMinutes }
const most = { statistic: 'Maximum', period: fiveMinutes }

const watchesOf = (scope: Construct, { name, spec, lambda, log, failures }: Deployed): readonly Watch[] => [
  { what: 'errors', metric: troublesOf(scope, { name, spec, lambda, log }), from: 1 },
  { what: 'throttles', metric: lambda.metricThrottles(sum), from: 1 },
  ...(failures ? [{ what: 'failures', metric: failures.metricApproximateNumberOfMessagesVisible(most), from: 1 }] : []),
  ...(spec.stream ? [{ what: 'lag', metric: lambda.metric('IteratorAge', most), from: lagMs, periods: 2 }] : []),
  ...(spec.every
    ? [{ what: 'silence', metric: callsIn(lambda, spec.every.minutes), from: 1, periods: 2, silence: true as const }]
    : []),
]

const lagMs = 15 * 60 * 1000

const callsIn = (lambda: Deployed['lambda'], minutes: number) =>
  lambda.metricInvocations({ statistic: 'Sum', period: Duration.minutes(minutes) })

type Watched = Pick<Deployed, 'name' | 'spec' | 'lambda' | 'log'>

const troublesOf = (scope: Construct, { name, spec, lambda, log }: Watched): IMetric => {
  const [what, filterPattern, sign] = spec.identity ? refusals : errorLines
  const lines = new MetricFilter(scope, `${name}-${what}`, {
    logGroup: log,
    filterPattern,
    metricNamespace: Stack.of(scope).stackName,
    metricName: `${what}-${name}`,
  }).metric(sum)
  return new MathExpression({
    expression: `FILL(crashes, 0) ${sign} FILL(lines, 0)`,
    usingMetrics: { crashes: lambda.metricErrors(sum), lines },
    period: fiveMinutes,
    label: `${name} errors`,
  })
}

const errorLines = ['error-lines', FilterPattern.stringValue('$.level', '=', 'ERROR'), '+'] as const
/* A user pool is told no by an error, which the runtime logs as one: strangers at the door would wake the duty. */
const refusals = ['refusals', FilterPattern.stringValue('$.message', '=', 'sign-up refused'), '-'] as const

export const alarmsOf = (
  scope: Construct,
  deployed: readonly Deployed[],
  stage: HttpStage,
  topic: Topic,
): readonly Alarm[] => [
  ...deployed.flatMap((one) =>
    watchesOf(scope, one).map((watch) => alarmOf(scope, one.name, one.spec.whenBroken, watch, topic)),
  ),
  alarmOf(scope, 'api', apiBroken, { what: 'errors', metric: stage.metricServerError(sum), from: 5 }, topic),
]

const apiBroken = 'Huibao answers with errors: whoever opens, saves or hands in now is asked to try again later.'

const alarmOf = (scope: Construct, name: string, whenBroken: string, watch: Watch, topic: Topic): Alarm => {
  const alarm = new Alarm(scope, `${name}-${watch.what}`, {
    alarmName: `${Stack.of(scope).stackName}-${name}-${watch.what}`,
    alarmDescription: whenBroken,
    metric: watch.metric,
    threshold: watch.from,
    evaluationPeriods: watch.periods ?? 1,
    comparisonOperator: watch.silence
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: watch.silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  })
  alarm.addAlarmAction(new SnsAction(topic))
  alarm.addOkAction(new SnsAction(topic))
  return alarm
}
