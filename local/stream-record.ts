import type { _Record, AttributeValue as SdkValue } from '@aws-sdk/client-dynamodb-streams'
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A value as a function gets it: as the SDK reads it, but with bytes in base64. */
const attributeOf = (value: SdkValue): AttributeValue => {
  if (value.S !== undefined) return { S: value.S }
  if (value.N !== undefined) return { N: value.N }
  if (value.BOOL !== undefined) return { BOOL: value.BOOL }
  if (value.NULL !== undefined) return { NULL: value.NULL }
  if (value.M !== undefined) return { M: imageOf(value.M) }
  if (value.L !== undefined) return { L: value.L.map(attributeOf) }
  if (value.SS !== undefined) return { SS: value.SS }
  if (value.NS !== undefined) return { NS: value.NS }
  if (value.B !== undefined) return { B: base64(value.B) }
  if (value.BS !== undefined) return { BS: value.BS.map(base64) }
  throw new Error(`unknown attribute value ${JSON.stringify(value)}`)
}

const imageOf = (image: Record<string, SdkValue>): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, attributeOf(value)]))

/** A record of the stream as Lambda hands it to a function: times in seconds, bytes in base64. */
export const asEventRecord = (record: _Record, arn: string): DynamoDBRecord => {
  const { Keys, NewImage, OldImage, SequenceNumber, SizeBytes, StreamViewType, ApproximateCreationDateTime } =
    record.dynamodb ?? {}
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion,
    eventSourceARN: arn,
    userIdentity: record.userIdentity,
    dynamodb: {
      ...(Keys && { Keys: imageOf(Keys) }),
      ...(NewImage && { NewImage: imageOf(NewImage) }),
      ...(OldImage && { OldImage: imageOf(OldImage) }),
      ...(ApproximateCreationDateTime && { ApproximateCreationDateTime: ApproximateCreationDateTime.getTime() / 1000 }),
      SequenceNumber,
      SizeBytes,
      StreamViewType,
    },
  }
}
