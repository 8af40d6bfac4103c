/* Many items by their keys, a hundred at a call. */
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { Key } from './keys.ts'
import type { Item, Table } from './table-client.ts'

/* DynamoDB's own limit of one batch. */
const batchLimit = 100

const batchOf = async (table: Table, asked: readonly Key[]): Promise<readonly Item[]> => {
  const found: Item[] = []
  for (let left: readonly Item[] = asked.map((key) => ({ ...key })); left.length > 0; ) {
    const answer = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...left], ConsistentRead: true } } }),
    )
    found.push(...(answer.Responses?.[table.name] ?? []))
    /* What did not go into one answer, or was throttled. */
    left = answer.UnprocessedKeys?.[table.name]?.Keys ?? []
  }
  return found
}

/** Items by key, in the order of the keys; those that are not there are left out. */
export const getItems = async (table: Table, wanted: readonly Key[]): Promise<readonly Item[]> => {
  const nameOf = ({ pk, sk }: Item): string => `${String(pk)} ${String(sk)}`
  const distinct = [...new Map(wanted.map((key) => [nameOf({ ...key }), key])).values()]
  const batches = Array.from({ length: Math.ceil(distinct.length / batchLimit) }, (_, i) =>
    batchOf(table, distinct.slice(i * batchLimit, (i + 1) * batchLimit)),
  )
  const found = new Map((await Promise.all(batches)).flat().map((item) => [nameOf(item), item]))
  return wanted.flatMap((key): readonly Item[] => {
    const item = found.get(nameOf({ ...key }))
    return item === undefined ? [] : [item]
  })
}
