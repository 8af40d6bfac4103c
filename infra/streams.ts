/*
 * Who is woken by a change in the table. The filters stand in the manifest, so that the local poller wakes the same
 * functions. A bad record is cut out of its batch and named to the failure queue; nothing is replayed from there,
 * because every function that listens also sweeps by its schedule what a failure left behind.
 */
import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { StreamFilter } from '../functions/manifest.ts'
import { type Deployed, streamArnOf } from './functions.ts'

export const streamsOf = (scope: Construct, deployed: readonly Deployed[], table: TableV2): void => {
  for (const { name, spec, lambda, failures } of deployed) {
    if (!spec.stream || !failures) continue
    new EventSourceMapping(scope, name, {
      target: lambda,
      eventSourceArn: streamArnOf(table),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: spec.stream.batchSize,
      filters: spec.stream.filters.map((filter) => ({ pattern: JSON.stringify(patternOf(filter)) })),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      maxRecordAge: Duration.hours(6),
      retryAttempts: 5,
      parallelizationFactor: 1,
      /* Not SqsDlq: it grants two actions more than SendMessage, which the manifest's grants already give. */
      onFailure: { bind: () => ({ destination: failures.queueArn }) },
    })
  }
}

/** The filter as Lambda reads it: records of these events whose new image has one of these texts in each attribute. */
export const patternOf = ({ eventNames, newImage }: StreamFilter) => ({
  eventName: eventNames,
  dynamodb: {
    NewImage: Object.fromEntries(Object.entries(newImage).map(([attribute, values]) => [attribute, { S: values }])),
  },
})
