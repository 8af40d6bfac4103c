/*
 * When something next falls due: read off the table's own index of what waits for a moment, so that moving the
 * calendar by a month runs the moments that matter and no others.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { letterShards, waiting } from '../functions/store/keys.ts'
import { carriers } from '../functions/store/letters.ts'
import { tableShape } from '../functions/store/table.ts'
import { type Instant, instant, msOf, plusMs } from '../shared/time.ts'
import { nextQuarter } from './clock.ts'

const { index } = tableShape
const lanes = [
  waiting.rounds,
  waiting.units,
  ...carriers.flatMap((carrier) => Array.from({ length: letterShards }, (_, shard) => waiting.letters(carrier, shard))),
]

/** The first tick of the schedule, after a moment, at which something waiting is due; undefined when nothing waits. */
export const nextDueOf = (client: DynamoDBClient, table: string) => {
  const documents = DynamoDBDocumentClient.from(client)
  const firstIn = async (lane: string): Promise<string | undefined> => {
    const { Items } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: index.name,
        Limit: 1,
        KeyConditionExpression: '#waits = :lane',
        ExpressionAttributeNames: { '#waits': index.partitionKey },
        ExpressionAttributeValues: { ':lane': lane },
      }),
    )
    const until: unknown = Items?.[0]?.[index.sortKey]
    return typeof until === 'string' ? until : undefined
  }
  return async (after: Instant): Promise<Instant | undefined> => {
    const [first] = (await Promise.all(lanes.map(firstIn))).filter((until) => until !== undefined).sort()
    if (first === undefined) return undefined
    /* A tick comes at a quarter of an hour; one that is a tick itself is due then and not a quarter later. */
    const tick = nextQuarter(plusMs(instant(first), -1))
    return msOf(tick) > msOf(after) ? tick : nextQuarter(after)
  }
}
