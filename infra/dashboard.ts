/* One page for the person on duty: the alarms first, then how much each function is called, how long it takes, what waits. */
import { Duration } from 'aws-cdk-lib'
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { Deployed } from './functions.ts'

const width = 12
const period = Duration.minutes(5)

export const dashboardOf = (
  scope: Construct,
  deployed: readonly Deployed[],
  stage: HttpStage,
  alarms: readonly Alarm[],
): void => {
  const streaming = deployed.filter(({ spec }) => spec.stream)
  const failures = deployed.flatMap(({ name, failures }) =>
    failures ? [failures.metricApproximateNumberOfMessagesVisible({ label: name, period })] : [],
  )
  new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(1),
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', width: 24, height: 6, alarms: [...alarms] })],
      [
        new GraphWidget({
          title: 'Requests and errors',
          width,
          left: [
            stage.metricCount({ period }),
            stage.metricClientError({ period }),
            stage.metricServerError({ period }),
          ],
        }),
        new GraphWidget({
          title: 'Time of a request',
          width,
          left: [stage.metricLatency({ statistic: 'p95', period })],
        }),
      ],
      [
        new GraphWidget({
          title: 'Calls',
          width,
          left: deployed.map(({ name, lambda }) => lambda.metricInvocations({ label: name, period })),
        }),
        new GraphWidget({
          title: 'Duration, p95',
          width,
          left: deployed.map(({ name, lambda }) => lambda.metricDuration({ label: name, statistic: 'p95', period })),
        }),
      ],
      [
        new GraphWidget({ title: 'Failure queues', width, left: failures }),
        new GraphWidget({
          title: 'Age of the oldest record of the stream',
          width,
          left: streaming.map(({ name, lambda }) =>
            lambda.metric('IteratorAge', { label: name, statistic: 'Maximum', period }),
          ),
        }),
      ],
    ],
  })
}
