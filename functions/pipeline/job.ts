/*
 * A function without a route: called by the stream, by the schedule or by a topic. Like lambda.ts, it builds nothing at import and
 * can be had over other parts. What it counts goes to CloudWatch as metrics (letters sent, refused, owed) and, for a
 * tick, to the log in one line.
 */
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import middy from '@middy/core'
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent, SNSEvent, SNSMessage } from 'aws-lambda'
import { eachInTurn } from '../each-in-turn.ts'

export type Counts = Readonly<Record<string, number>>

export interface Desk {
  readonly logger: Pick<Logger, 'error' | 'info'>
  readonly count: (name: string) => void
  /** Enough of the function's time for one more piece of work? */
  readonly hasTime: () => boolean
}

/** What is neither a batch of the stream nor of a topic is a tick; the clock is a service, not the event's. */
export type JobEvent = DynamoDBStreamEvent | SNSEvent | Readonly<Record<string, unknown>>

export interface Job<Parts> {
  readonly onStream?: (parts: Parts, event: DynamoDBStreamEvent, desk: Desk) => Promise<DynamoDBBatchResponse>
  readonly onTick?: (parts: Parts, desk: Pick<Desk, 'hasTime' | 'logger'>) => Promise<Counts>
  /** One notice of a topic. What it throws brings the notice back, and after some times to the failure queue. */
  readonly onNotice?: (parts: Parts, notice: SNSMessage, desk: Desk) => Promise<void>
}

type Done = DynamoDBBatchResponse | Counts

export type JobHandler<Parts> = ((event: JobEvent, context: Context) => Promise<Done>) & {
  readonly with: (parts: Partial<Parts>) => JobHandler<Parts>
}

/* One letter with a Word file, or one report, takes less. */
const enoughMs = 5_000

const clockOf = (context: Partial<Context>) => (): boolean =>
  (context.getRemainingTimeInMillis?.() ?? enoughMs) >= enoughMs

const hasRecords = (event: JobEvent): event is DynamoDBStreamEvent | SNSEvent =>
  'Records' in event && Array.isArray(event.Records)

const isOfTopic = (event: DynamoDBStreamEvent | SNSEvent): event is SNSEvent =>
  event.Records.some((record) => 'Sns' in record)

const publish = (counts: Counts): void => {
  const counted = Object.entries(counts).filter(([, count]) => count > 0)
  if (counted.length === 0) return
  const metrics = new Metrics({ namespace: 'Huibao' })
  for (const [name, count] of counted) metrics.addMetric(name, MetricUnit.Count, count)
  metrics.publishStoredMetrics()
}

/** One Lambda of a job; `assemble` is called with the first event. */
export const job = <Parts extends object>(assemble: () => Parts, work: Job<Parts>): JobHandler<Parts> => {
  const logger = new Logger()
  const records = async (
    parts: Parts,
    event: DynamoDBStreamEvent,
    hasTime: () => boolean,
  ): Promise<DynamoDBBatchResponse> => {
    const counts: Record<string, number> = {}
    const count = (name: string): void => {
      counts[name] = (counts[name] ?? 0) + 1
    }
    const done = await work.onStream?.(parts, event, { logger, count, hasTime })
    publish(counts)
    return done ?? { batchItemFailures: [] }
  }
  const notices = async (parts: Parts, event: SNSEvent, hasTime: () => boolean): Promise<Counts> => {
    const counts: Record<string, number> = {}
    const count = (name: string): void => {
      counts[name] = (counts[name] ?? 0) + 1
    }
    await eachInTurn(event.Records, async ({ Sns }) => work.onNotice?.(parts, Sns, { logger, count, hasTime }))
    publish(counts)
    return counts
  }
  const tick = async (parts: Parts, hasTime: () => boolean): Promise<Counts> => {
    const done = (await work.onTick?.(parts, { hasTime, logger })) ?? {}
    logger.info('tick', { ...done })
    publish(done)
    return done
  }
  const over = (build: () => Parts): JobHandler<Parts> => {
    let parts: Parts | undefined
    const run = async (event: JobEvent, context: Context): Promise<Done> => {
      parts ??= build()
      const hasTime = clockOf(context)
      if (!hasRecords(event)) return tick(parts, hasTime)
      return isOfTopic(event) ? notices(parts, event, hasTime) : records(parts, event, hasTime)
    }
    const piped = middy<JobEvent, Done>().handler(run)
    const handler = (event: JobEvent, context: Context): Promise<Done> => piped(event, context)
    return Object.assign(handler, { with: (other: Partial<Parts>) => over(() => ({ ...build(), ...other })) })
  }
  return over(assemble)
}
