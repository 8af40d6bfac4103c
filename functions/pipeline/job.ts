/*
 * A function without a route: called by the stream or by the schedule. Like lambda.ts, it builds nothing at import and
 * can be had over other parts.
 */
import { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'

export interface Tick {
  /** What EventBridge Scheduler sends: nothing that we need; the clock is a service. */
  readonly source: 'huibao.schedule'
}

export type JobEvent = DynamoDBStreamEvent | Tick

export interface Job<Parts> {
  readonly onStream?: (parts: Parts, event: DynamoDBStreamEvent, logger: Logger) => Promise<DynamoDBBatchResponse>
  readonly onTick?: (parts: Parts, logger: Logger) => Promise<Readonly<Record<string, number>>>
}

export type JobHandler<Parts> = ((
  event: JobEvent,
) => Promise<DynamoDBBatchResponse | Readonly<Record<string, number>>>) & {
  readonly with: (parts: Partial<Parts>) => JobHandler<Parts>
}

const isStream = (event: JobEvent): event is DynamoDBStreamEvent => 'Records' in event

/** One Lambda of a job; `assemble` is called with the first event. */
export const job = <Parts extends object>(assemble: () => Parts, work: Job<Parts>): JobHandler<Parts> => {
  const logger = new Logger({ serviceName: 'huibao' })
  const over = (build: () => Parts): JobHandler<Parts> => {
    let parts: Parts | undefined
    const run = async (event: JobEvent) => {
      parts ??= build()
      if (isStream(event)) return work.onStream?.(parts, event, logger) ?? { batchItemFailures: [] }
      const done = (await work.onTick?.(parts, logger)) ?? {}
      logger.info('tick', { ...done })
      return done
    }
    const piped = middy<JobEvent, DynamoDBBatchResponse | Readonly<Record<string, number>>>().handler(run)
    const handler = (event: JobEvent) => piped(event, {} as Parameters<typeof piped>[1])
    return Object.assign(handler, { with: (other: Partial<Parts>) => over(() => ({ ...build(), ...other })) })
  }
  return over(assemble)
}
