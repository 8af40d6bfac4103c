/* The store as a plain handler uses it: the same client, no layers. Items come back as the SDK types them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'

export interface Table {
  readonly client: DynamoDBDocumentClient
  readonly name: string
}

export const tableOfEnvironment = (): Table => ({
  name: process.env['HUIBAO_TABLE'] ?? '',
  client: DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: process.env['HUIBAO_DYNAMODB_ENDPOINT'] ?? '',
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  ),
})

export const get = async (table: Table, pk: string, sk = 'SELF') => {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true }),
  )
  return Item
}

export type Item = NonNullable<Awaited<ReturnType<typeof get>>>
type Items = Item[]

export const query = async (table: Table, pk: string, begins = ''): Promise<Items> => {
  const items: Items = []
  let start: Items[number] | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: begins === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :begins)',
        ExpressionAttributeValues: { ':pk': pk, ...(begins === '' ? {} : { ':begins': begins }) },
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start !== undefined)
  return items
}

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>

export const put = (
  table: Table,
  Item: Items[number],
  condition: Omit<NonNullable<Writes[number]['Put']>, 'TableName' | 'Item'> = {},
): Writes[number] => ({ Put: { TableName: table.name, Item, ...condition } })

/** The round takes returns in the moment of the write. */
export const stillOpen = (table: Table, round: string): Writes[number] => ({
  ConditionCheck: {
    TableName: table.name,
    Key: { pk: `ROUND#${round}`, sk: 'SELF' },
    ConditionExpression: '#stage = :open',
    ExpressionAttributeNames: { '#stage': 'stage' },
    ExpressionAttributeValues: { ':open': 'open' },
  },
})

export const isNew = { ConditionExpression: 'attribute_not_exists(pk)' }

export const transact = async (table: Table, writes: Writes): Promise<void> => {
  await table.client.send(new TransactWriteCommand({ TransactItems: writes }))
}
