/*
 * Records of the table's stream, one by one. A record that fails is named to Lambda, so that only it (and what comes
 * after it in its shard) is delivered again; after the mapping's retries it goes to the failure queue, and the
 * schedule sweeps what it meant.
 */
import type { Logger } from '@aws-lambda-powertools/logger'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

/** A text attribute of the new image. */
export const newText = (record: DynamoDBRecord, name: string): string | undefined =>
  record.dynamodb?.NewImage?.[name]?.S

/**
 * Handles each different key once, in order of first appearance, `atOnce` side by side; the rest of a batch goes on
 * when one fails.
 */
export const eachRecord = async (
  event: DynamoDBStreamEvent,
  logger: Pick<Logger, 'error'>,
  keyOf: (record: DynamoDBRecord) => string | undefined,
  handle: (record: DynamoDBRecord) => Promise<void>,
  atOnce = 1,
): Promise<DynamoDBBatchResponse> => {
  const byKey = new Map<string, DynamoDBRecord>()
  for (const record of event.Records) {
    const key = keyOf(record)
    if (key !== undefined && !byKey.has(key)) byKey.set(key, record)
  }
  const failed: string[] = []
  const left = byKey.entries()
  const worker = async (): Promise<void> => {
    for (const [key, record] of left) {
      try {
        await handle(record)
      } catch (error) {
        logger.error('record failed', { key, error: error instanceof Error ? error : new Error(String(error)) })
        const sequence = record.dynamodb?.SequenceNumber
        if (sequence !== undefined) failed.push(sequence)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
