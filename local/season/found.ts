/* The seven units and the cast, put into an empty table: what an administrator's first file would do. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { unitStore } from '../../functions/store/units.ts'
import { clientOptions } from '../store.ts'
import { tableName } from '../table-definition.ts'
import { cast, city, counties } from './haidong.ts'

/** Writes units and people where there are none yet; answers whether the table was empty. */
export const found = async (storeUrl: string): Promise<boolean> => {
  const client = new DynamoDBClient(clientOptions(storeUrl))
  const store = unitStore({ client: DynamoDBDocumentClient.from(client), name: tableName })
  const isEmpty = (await store.unit(city.id)) === undefined
  if (isEmpty) {
    await store.putUnit(city, undefined, undefined)
    for (const county of counties) await store.putUnit(county, undefined, await store.unit(city.id))
    for (const { role, unit, ...person } of cast)
      await store.putPerson({ ...person, language: 'zh', version: 1, posts: [{ unit, role }] }, undefined)
  }
  client.destroy()
  return isEmpty
}
