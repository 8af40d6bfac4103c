/*
 * The world, assembled once per process from the configuration. Use cases take what they need of it as their first
 * argument; tests and the local runner hand in other parts. Nothing is built at import.
 */
import { createHash, randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { type Instant, instantOfMs } from '../shared/time.ts'
import type { UnitId } from '../shared/unit/unit.ts'
import { type Config, readConfig } from './config.ts'
import { type Identity, identityOf } from './identity.ts'
import { type AddressStore, addressStore } from './store/addresses.ts'
import { type LetterStore, letterStore } from './store/letters.ts'
import { type ReportStore, reportStore } from './store/reports.ts'
import { type ReturnStore, returnStore } from './store/returns.ts'
import { type RoundStore, roundStore } from './store/rounds.ts'
import type { Table } from './store/table-client.ts'
import { type UnitStore, unitStore } from './store/units.ts'

export interface Services {
  readonly units: UnitStore
  readonly rounds: RoundStore
  readonly returns: ReturnStore
  readonly reports: ReportStore
  readonly letters: LetterStore
  readonly addresses: AddressStore
  readonly table: Table
  /** Whoever issued the tokens. */
  readonly identity: Identity
  /** The server's clock: the only one that counts. */
  readonly now: () => Instant
  /** SHA-256 of a text, hexadecimal. */
  readonly hash: (text: string) => string
  /** An id for something new: 22 letters, digits and hyphens that nobody has had before. */
  readonly newId: () => string
  /** From 0 to below 1, never the same for two: parts those who lost at the same moment. */
  readonly chance: () => number
  /** Page of a return. */
  readonly link: (round: string, unit: UnitId) => string
  /** Page of a board. */
  readonly boardLink: (round: string, collector: UnitId) => string
  /** Page of a report or of its summary. */
  readonly reportPage: (page: 'report' | 'summary', round: string, unit: UnitId) => string
  readonly demo: boolean
}

const newId = (): string => randomUUID()
/** The clock of the machine that the function runs on. */
export const serverNow = (): Instant => instantOfMs(Date.now())

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The table of a configuration. On one machine an endpoint is named, and any credentials do. */
export const tableOf = (config: Config): Table => {
  const local = config.dynamoEndpoint
  const client = new DynamoDBClient(
    local === undefined
      ? {}
      : { endpoint: local, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } },
  )
  return {
    name: config.table,
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  }
}

export const servicesOf = (config: Config, table: Table = tableOf(config)): Services => ({
  table,
  units: unitStore(table, config.userPool === undefined ? undefined : { now: serverNow, newId }),
  rounds: roundStore(table),
  returns: returnStore(table),
  reports: reportStore(table),
  letters: letterStore(table),
  addresses: addressStore(table),
  identity: identityOf(config.issuer),
  now: serverNow,
  hash: sha256,
  newId,
  chance: () => Math.random(),
  link: (round, unit) => `${config.pages}/rounds/${encodeURIComponent(round)}/returns/${encodeURIComponent(unit)}`,
  boardLink: (round, collector) =>
    `${config.pages}/rounds/${encodeURIComponent(round)}?unit=${encodeURIComponent(collector)}`,
  reportPage: (page, round, unit) =>
    `${config.pages}/rounds/${encodeURIComponent(round)}/${page}?unit=${encodeURIComponent(unit)}`,
  demo: config.demo,
})

/** The services of this process, from its environment. */
export const assemble = (): Services => servicesOf(readConfig())
