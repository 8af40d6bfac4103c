/*
 * The table's stream on one machine: every consumer has its own place in the stream, kept in the data folder after
 * a batch is done, so that a stop loses nothing and may deliver a batch again (at least once, as AWS does). A batch
 * that fails is retried, then halved until the bad record stands alone; that one goes to the failure destination.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { type Filter, passesAny } from './stream-filter.ts'
import { asEventRecord } from './stream-record.ts'

export type Consumer = {
  readonly name: string
  readonly filters: readonly Filter[]
  readonly batchSize: number
  readonly handle: (event: DynamoDBStreamEvent) => Promise<unknown>
}
export type Failure = { readonly consumer: string; readonly record: DynamoDBRecord; readonly reason: string }
export type Streams = {
  /** Resolves when every consumer has read all there is and is done with it. */
  readonly settle: () => Promise<void>
  readonly failures: () => readonly Failure[]
  readonly stop: () => Promise<void>
}
type Place = Record<string, string>

const readPlace = (file: string): Place => {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof read === 'object' && read !== null
      ? Object.fromEntries(Object.entries(read).map(([k, v]) => [k, String(v)]))
      : {}
  } catch {
    return {}
  }
}

/** Where in a batch a function says that it stopped (partial batch responses); 0 when it threw, -1 when all is well. */
const firstFailed = (answer: unknown, records: readonly DynamoDBRecord[]): number => {
  if (typeof answer !== 'object' || answer === null || !('batchItemFailures' in answer)) return -1
  if (!Array.isArray(answer.batchItemFailures)) return -1
  const failed = new Set(answer.batchItemFailures.map((each) => String(each?.itemIdentifier ?? '')))
  return records.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''))
}

/** Delivers records in order; resolves when each is handled or has been given up. */
export const deliver = async (
  consumer: Consumer,
  records: readonly DynamoDBRecord[],
  giveUp: (record: DynamoDBRecord, reason: string) => void,
  retry: { readonly attempts: number; readonly pauseMs: number },
): Promise<void> => {
  let rest = records
  let reason = ''
  for (let attempt = 1; rest.length > 0 && attempt <= retry.attempts; attempt += 1) {
    if (attempt > 1) await sleep(retry.pauseMs * attempt)
    try {
      const from = firstFailed(await consumer.handle({ Records: [...rest] }), rest)
      if (from < 0) return
      reason = 'reported as failed by the function'
      rest = rest.slice(from)
    } catch (error) {
      reason = String(error)
    }
  }
  const [only] = rest
  if (only !== undefined && rest.length === 1) return giveUp(only, reason)
  const half = Math.ceil(rest.length / 2)
  await deliver(consumer, rest.slice(0, half), giveUp, retry)
  await deliver(consumer, rest.slice(half), giveUp, retry)
}

const streamArnOf = async (client: DynamoDBStreamsClient, table: string): Promise<string> => {
  const { Streams: found } = await client.send(new ListStreamsCommand({ TableName: table }))
  const arn = found?.at(-1)?.StreamArn
  if (arn === undefined) throw new Error(`the table ${table} has no stream`)
  return arn
}

/** Starts reading the stream of `table` for all consumers. */
export const startStreams = async (options: {
  readonly client: DynamoDBStreamsClient
  readonly table: string
  readonly dataFolder: string
  readonly consumers: readonly Consumer[]
  readonly attempts?: number
  readonly pauseMs?: number
}): Promise<Streams> => {
  const { client, table } = options
  const arn = await streamArnOf(client, table)
  const folder = join(options.dataFolder, 'streams')
  mkdirSync(folder, { recursive: true })
  const failures: Failure[] = []
  const retry = { attempts: options.attempts ?? 4, pauseMs: options.pauseMs ?? 50 }
  let stopped = false
  let handled = 0

  const shardsOf = async (): Promise<readonly Shard[]> =>
    (await client.send(new DescribeStreamCommand({ StreamArn: arn }))).StreamDescription?.Shards ?? []

  const follow = (consumer: Consumer) => {
    const file = join(folder, `${consumer.name}.json`)
    const place = readPlace(file)
    const giveUp = (record: DynamoDBRecord, reason: string): void => {
      failures.push({ consumer: consumer.name, record, reason })
      appendFileSync(join(folder, 'failures.jsonl'), `${JSON.stringify(failures.at(-1))}\n`)
      console.error(`${consumer.name}: gave up a stream record: ${reason}`)
    }
    const readShard = async (shard: string): Promise<number> => {
      const after = place[shard]
      const { ShardIterator } = await client.send(
        new GetShardIteratorCommand({
          StreamArn: arn,
          ShardId: shard,
          ...(after === undefined
            ? { ShardIteratorType: 'TRIM_HORIZON' }
            : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
        }),
      )
      const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 1000 }))
      const events = Records.map((record) => asEventRecord(record, arn))
      const wanted = events.filter((record) => passesAny(record, consumer.filters))
      for (let from = 0; from < wanted.length; from += consumer.batchSize)
        await deliver(consumer, wanted.slice(from, from + consumer.batchSize), giveUp, retry)
      const last = events.at(-1)?.dynamodb?.SequenceNumber
      if (last !== undefined) {
        place[shard] = last
        writeFileSync(file, JSON.stringify(place))
        handled += events.length
      }
      return events.length
    }
    let turn: Promise<unknown> = Promise.resolve()
    const pass = (): Promise<number> => {
      const mine = turn.then(async () => {
        let seen = 0
        // One after the other: a child shard must not be read before its parent.
        for (const { ShardId } of await shardsOf()) if (ShardId !== undefined) seen += await readShard(ShardId)
        return seen
      })
      turn = mine.catch(() => 0)
      return mine
    }
    const run = async (): Promise<void> => {
      let idleMs = 25
      while (!stopped) {
        const seen = await pass().catch((error: unknown) => {
          if (!stopped) console.error(`${consumer.name}: ${String(error)}`)
          return 0
        })
        idleMs = seen > 0 ? 25 : Math.min(idleMs * 1.5, 400)
        if (!stopped) await sleep(idleMs)
      }
    }
    return { pass, running: run() }
  }

  const followers = options.consumers.map(follow)
  return {
    failures: () => failures,
    settle: async () => {
      for (;;) {
        const before = handled
        const seen = await Promise.all(followers.map(({ pass }) => pass()))
        if (handled === before && seen.every((count) => count === 0)) return
      }
    },
    stop: async () => {
      stopped = true
      await Promise.all(followers.map(({ running }) => running))
    },
  }
}
