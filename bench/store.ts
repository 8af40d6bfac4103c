/* The store of the bench: the stand-in in a folder of its own, and a table per world. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Config } from '../functions/config.ts'
import { tableOf } from '../functions/services.ts'
import { commit, type Table, transactionLimit, type Write } from '../functions/store/table-client.ts'
import { clientOptions, createTable, type Store, startStore } from '../local/store.ts'
import { tableDefinition } from '../local/table-definition.ts'

/** Where the functions of the bench find things. All names of tables are of one length: they count in the bytes. */
export const configOf = (store: Pick<Store, 'endpoint'>, table: string): Config => ({
  table,
  pages: 'http://127.0.0.1:9',
  dynamoEndpoint: store.endpoint,
  demo: true,
})

/** The same as environment, for bundles: of this process, or of one to be started. */
export const environmentOf = (store: Pick<Store, 'endpoint'>, table: string): Readonly<Record<string, string>> => ({
  HUIBAO_TABLE: table,
  HUIBAO_PAGES: 'http://127.0.0.1:9',
  HUIBAO_DYNAMODB_ENDPOINT: store.endpoint,
  HUIBAO_DEMO: 'true',
})

export interface BenchStore extends Store {
  /** Where bundles may lie as well. */
  readonly folder: string
  readonly table: (name: string) => Promise<Table>
}

export const openStore = async (): Promise<BenchStore> => {
  /* In memory where the machine has a folder for it: what a disk takes to write is not ours to measure. */
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'huibao-bench-'))
  const store = await startStore({ dataFolder: folder })
  return {
    ...store,
    folder,
    table: async (name) => {
      const client = new DynamoDBClient(clientOptions(store.endpoint))
      await createTable(client, { ...tableDefinition, TableName: name })
      client.destroy()
      return tableOf(configOf(store, name))
    },
    stop: async () => {
      await store.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Puts many items, as many in one transaction as there may be. */
export const putAll = async (table: Table, puts: readonly Write[]): Promise<void> => {
  for (let i = 0; i < puts.length; i += transactionLimit) {
    const done = await commit(table, puts.slice(i, i + transactionLimit))
    if (!done.done) throw new Error('the bench could not write its data')
  }
}
