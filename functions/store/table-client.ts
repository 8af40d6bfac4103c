/*
 * The few things the stores ask of DynamoDB: get, query to the end, and one transaction with conditions.
 * A refused condition is an answer (`conflict`), not an exception: the caller loads again and asks the core once more.
 */
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import type { Key } from './keys.ts'
import { tableShape } from './table.ts'

export interface Table {
  readonly client: DynamoDBDocumentClient
  readonly name: string
}

export type Item = Readonly<Record<string, unknown>>

/** A condition in DynamoDB's words with its own names and values. */
export interface Condition {
  readonly expression: string
  readonly names?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, unknown>>
}

export type Write =
  | { readonly put: Key & Item; readonly when?: Condition }
  | { readonly remove: Key; readonly when?: Condition }
  | { readonly check: Key; readonly when: Condition }

export const isNew: Condition = { expression: 'attribute_not_exists(pk)' }

/** The item still has this version; version 0 means there is none yet. */
export const hasVersion = (version: number): Condition =>
  version === 0
    ? isNew
    : { expression: '#version = :version', names: { '#version': 'version' }, values: { ':version': version } }

const conditionInput = (when: Condition | undefined) =>
  when === undefined
    ? {}
    : {
        ConditionExpression: when.expression,
        ...(when.names === undefined ? {} : { ExpressionAttributeNames: { ...when.names } }),
        ...(when.values === undefined ? {} : { ExpressionAttributeValues: { ...when.values } }),
      }

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

const actionOf = (table: Table, write: Write): Action => {
  const TableName = table.name
  if ('put' in write) return { Put: { TableName, Item: write.put, ...conditionInput(write.when) } }
  if ('remove' in write) return { Delete: { TableName, Key: { ...write.remove }, ...conditionInput(write.when) } }
  return {
    ConditionCheck: { TableName, Key: { ...write.check }, ConditionExpression: '', ...conditionInput(write.when) },
  }
}

/** DynamoDB's own limit of one transaction. */
export const transactionLimit = 100

/**
 * Writes all or nothing. `conflict` when a condition was refused or another transaction was at the same items;
 * anything else is thrown. `refused` are the positions of the writes whose condition failed.
 */
export const commit = async (
  table: Table,
  writes: readonly Write[],
): Promise<{ readonly done: true } | { readonly done: false; readonly refused: readonly number[] }> => {
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: writes.map((write) => actionOf(table, write)) }))
    return { done: true }
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    const reasons = error.CancellationReasons ?? []
    const foreseen = ['ConditionalCheckFailed', 'TransactionConflict', 'None', undefined]
    if (!reasons.every((reason) => foreseen.includes(reason.Code))) throw error
    return { done: false, refused: reasons.flatMap((r, i) => (r.Code === 'ConditionalCheckFailed' ? [i] : [])) }
  }
}

/** One item on a condition, at half the price of a transaction of one; false where somebody else was faster. */
export const putOnly = async (table: Table, item: Key & Item, when: Condition): Promise<boolean> => {
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item: item, ...conditionInput(when) }))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException) return false
    throw error
  }
}

export const getItem = async (table: Table, key: Key): Promise<Item | undefined> => {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { ...key }, ConsistentRead: true }),
  )
  return Item
}

const pages = async function* (
  table: Table,
  input: Omit<ConstructorParameters<typeof QueryCommand>[0], 'TableName'>,
): AsyncGenerator<Item> {
  let start: Item | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({
        ...input,
        TableName: table.name,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    )
    yield* page.Items ?? []
    start = page.LastEvaluatedKey
  } while (start !== undefined)
}

/** All items of a partition whose sort key begins so, in order, to the last page. Strongly consistent. */
export const queryAll = async (table: Table, pk: string, begins = ''): Promise<readonly Item[]> =>
  Array.fromAsync(
    pages(table, {
      ConsistentRead: true,
      KeyConditionExpression: begins === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :begins)',
      ExpressionAttributeValues: { ':pk': pk, ...(begins === '' ? {} : { ':begins': begins }) },
    }),
  )

/** Of all items of a partition only these attributes, by their ways from the top: `['outcome', 'state']`. */
export const queryParts = async (
  table: Table,
  pk: string,
  ways: readonly (readonly string[])[],
): Promise<readonly Item[]> => {
  const names = new Map([...new Set(ways.flat())].map((name, i) => [name, `#n${i}`]))
  return Array.fromAsync(
    pages(table, {
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ProjectionExpression: ways.map((way) => way.map((name) => names.get(name)).join('.')).join(', '),
      ExpressionAttributeNames: Object.fromEntries([...names].map(([name, short]) => [short, name])),
    }),
  )
}

/** One page of a partition, after a sort key, with the sort key to go on from. */
export const queryPage = async (
  table: Table,
  request: {
    readonly pk: string
    readonly begins: string
    readonly after?: string | undefined
    readonly limit: number
    /** The last first. */
    readonly backwards?: true
  },
): Promise<{ readonly items: readonly Item[]; readonly after?: string }> => {
  const { pk, begins, after, limit, backwards } = request
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      Limit: limit,
      ScanIndexForward: backwards !== true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begins)',
      ExpressionAttributeValues: { ':pk': pk, ':begins': begins },
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: after } }),
    }),
  )
  const next: unknown = page.LastEvaluatedKey?.['sk']
  return { items: page.Items ?? [], ...(typeof next === 'string' ? { after: next } : {}) }
}

/** Keys of everything in a lane of the waiting index whose moment has come, the longest waiting first. */
export const queryWaiting = async (
  table: Table,
  lane: string,
  by: string,
): Promise<readonly (Key & { readonly until: string })[]> => {
  const found = await Array.fromAsync(
    pages(table, {
      IndexName: tableShape.index.name,
      KeyConditionExpression: 'waits = :lane AND #until <= :by',
      ExpressionAttributeNames: { '#until': tableShape.index.sortKey },
      ExpressionAttributeValues: { ':lane': lane, ':by': by },
    }),
  )
  return found.flatMap(({ pk, sk, until }) =>
    typeof pk === 'string' && typeof sk === 'string' && typeof until === 'string' ? [{ pk, sk, until }] : [],
  )
}

/**
 * An item without its keys, as what was put in. The one cast of the stores: what they read here, they wrote, from the
 * same type, and nobody else writes the table.
 */
export const recalled = <T extends object>(item: Item): T => {
  const { pk: _pk, sk: _sk, waits: _waits, until: _until, ...rest } = item
  return rest as T
}
