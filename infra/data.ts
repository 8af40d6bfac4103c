/*
 * The one table, from the shape that the local runner reads too. It outlives the stack: deletion protection, RETAIN,
 * restore to the second. On demand, because a season is two weeks of writing and fifty of silence.
 */
import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { tableShape } from '../functions/store/table.ts'
import type { Settings } from './settings.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })
const { index } = tableShape

export const dataOf = (scope: Construct, { restoreDays }: Pick<Settings, 'restoreDays'>): TableV2 =>
  new TableV2(scope, 'Table', {
    partitionKey: text(tableShape.partitionKey),
    sortKey: text(tableShape.sortKey),
    globalSecondaryIndexes: [
      {
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: ProjectionType[index.projection],
      },
    ],
    billing: Billing.onDemand(),
    dynamoStream: StreamViewType[tableShape.streamView],
    timeToLiveAttribute: tableShape.expires,
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: restoreDays },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
