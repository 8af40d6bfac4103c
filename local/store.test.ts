import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { clientOptions, createTable, startStore } from './store.ts'
import { startStreams } from './streams.ts'
import { tableDefinition, tableName, ttlAttribute } from './table-definition.ts'

const open = async (dataFolder: string, handle: (event: DynamoDBStreamEvent) => Promise<unknown>) => {
  const store = await startStore({ dataFolder, kind: 'dynoxide' })
  const client = new DynamoDBClient(clientOptions(store.endpoint))
  await createTable(client, tableDefinition, ttlAttribute)
  const filters = [{ eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['letter'] } } } }]
  const streams = await startStreams({
    client: new DynamoDBStreamsClient(clientOptions(store.endpoint)),
    table: tableName,
    dataFolder,
    consumers: [{ name: 'deliver', filters, batchSize: 10, handle }],
    attempts: 2,
    pauseMs: 1,
  })
  const put = (pk: string, kind: string) =>
    client.send(
      new PutItemCommand({ TableName: tableName, Item: { pk: { S: pk }, sk: { S: 'a' }, kind: { S: kind } } }),
    )
  const has = async (pk: string) =>
    (await client.send(new GetItemCommand({ TableName: tableName, Key: { pk: { S: pk }, sk: { S: 'a' } } }))).Item !==
    undefined
  const stop = async () => {
    await streams.stop()
    await store.stop()
  }
  return { put, has, streams, stop }
}
const folder = () => mkdtempSync(join(tmpdir(), 'store-'))
const keysOf = (event: DynamoDBStreamEvent) => event.Records.map((record) => record.dynamodb?.Keys?.['pk']?.S)

describe('the store and its stream', () => {
  it('keep data and place in the stream over a restart', async () => {
    const seen: unknown[] = []
    const data = folder()
    const handle = async (event: DynamoDBStreamEvent) => void seen.push(...keysOf(event))
    const first = await open(data, handle)
    await first.put('one', 'letter')
    await first.put('other', 'figures')
    await first.streams.settle()
    await first.stop()
    const second = await open(data, handle)
    expect(await second.has('one')).toBe(true)
    await second.put('two', 'letter')
    await second.streams.settle()
    await second.stop()
    expect(seen).toEqual(['one', 'two'])
  })
  it('give up the bad record only', async () => {
    const seen: unknown[] = []
    const { put, streams, stop } = await open(folder(), async (event) => {
      if (keysOf(event).includes('bad')) throw new Error('bad record')
      seen.push(...keysOf(event))
    })
    for (const pk of ['one', 'bad', 'two']) await put(pk, 'letter')
    await streams.settle()
    await stop()
    expect(new Set(seen)).toEqual(new Set(['one', 'two']))
    expect(streams.failures().map(({ consumer }) => consumer)).toEqual(['deliver'])
  })
})
