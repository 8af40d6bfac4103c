import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { tableShape } from '../functions/store/table.ts'

const { partitionKey, sortKey, index } = tableShape

/** Name of the table on one machine. */
export const tableName = 'huibao'
export const ttlAttribute = tableShape.expires

/** The table's shape as a store that is not deployed by CDK wants to hear it. */
export const tableDefinition: CreateTableCommandInput = {
  TableName: tableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [partitionKey, sortKey, index.partitionKey, index.sortKey].map((name) => ({
    AttributeName: name,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: index.name,
      KeySchema: [
        { AttributeName: index.partitionKey, KeyType: 'HASH' },
        { AttributeName: index.sortKey, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: index.projection },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: tableShape.streamView },
}
