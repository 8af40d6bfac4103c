/*
 * npm run prove: proves the hash chain of every return and the seal of every published edition, straight from the
 * table (product W4, D5). Reads only. Against AWS: HUIBAO_TABLE names the table; against a running local system:
 * HUIBAO_DYNAMODB_ENDPOINT is the store address it printed; with neither, the data folder is opened.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { sha256 } from '../functions/services.ts'
import { reportStore } from '../functions/store/reports.ts'
import { returnStore } from '../functions/store/returns.ts'
import { roundStore } from '../functions/store/rounds.ts'
import type { Table } from '../functions/store/table-client.ts'
import { unitStore } from '../functions/store/units.ts'
import { sealOf } from '../shared/report/seal.ts'
import { brokenLink } from '../shared/return/revision.ts'
import { takesPart } from '../shared/round/participation.ts'
import type { Round } from '../shared/round/round.ts'
import type { Unit } from '../shared/unit/unit.ts'
import { clientOptions, startStore } from './store.ts'
import { tableName } from './table-definition.ts'

export interface Proof {
  readonly returns: number
  readonly revisions: number
  readonly editions: number
  /** One sentence per break; empty when everything holds. */
  readonly breaks: readonly string[]
}

const unitsUnder = async (table: Table, top: Unit): Promise<readonly Unit[]> => {
  const below = await unitStore(table).unitsBelow(top.id)
  return [top, ...(await Promise.all(below.map((unit) => unitsUnder(table, unit)))).flat()]
}

const proveReturn = async (table: Table, round: Round, unit: Unit) => {
  const store = returnStore(table)
  const [stored, revisions] = await Promise.all([store.load(round.id, unit.id), store.revisions(round.id, unit.id)])
  const broken = brokenLink(revisions, stored.head?.now.head ?? '', sha256)
  return {
    revisions: revisions.length,
    broken: broken && `${round.id} ${unit.id}, revision ${broken.revision}: ${broken.why}`,
  }
}

const proveEditions = async (table: Table, round: Round) => {
  const editions = await reportStore(table).editions(round.id)
  return {
    editions: editions.length,
    breaks: editions
      .filter(({ hash, ...edition }) => sealOf(edition, sha256) !== hash)
      .map(({ edition }) => `${round.id}, edition ${edition}: content`),
  }
}

/** Proves all rounds of a table. */
export const prove = async (table: Table): Promise<Proof> => {
  let proof: Proof = { returns: 0, revisions: 0, editions: 0, breaks: [] }
  for (const round of await roundStore(table).all()) {
    const owner = await unitStore(table).unit(round.owner)
    const units = owner === undefined ? [] : (await unitsUnder(table, owner)).filter((unit) => takesPart(round, unit))
    const { editions, breaks } = await proveEditions(table, round)
    proof = { ...proof, editions: proof.editions + editions, breaks: [...proof.breaks, ...breaks] }
    for (const unit of units) {
      const { revisions, broken } = await proveReturn(table, round, unit)
      proof = {
        ...proof,
        returns: proof.returns + Number(revisions > 0),
        revisions: proof.revisions + revisions,
        breaks: broken === undefined ? proof.breaks : [...proof.breaks, broken],
      }
    }
  }
  return proof
}

if (import.meta.main) {
  const { HUIBAO_TABLE: name, HUIBAO_DYNAMODB_ENDPOINT: given, HUIBAO_DATA: dataFolder = '.huibao' } = process.env
  const store = name === undefined ? await startStore({ dataFolder, endpoint: given }) : undefined
  const client = new DynamoDBClient(store === undefined ? {} : clientOptions(store.endpoint))
  const proof = await prove({ client: DynamoDBDocumentClient.from(client), name: name ?? tableName })
  client.destroy()
  await store?.stop()
  const { returns, revisions, editions, breaks } = proof
  console.log(`${returns} returns with ${revisions} revisions and ${editions} published editions read.`)
  for (const line of breaks) console.log(`BROKEN  ${line}`)
  console.log(breaks.length === 0 ? 'Every chain holds.' : `${breaks.length} broken.`)
  process.exitCode = breaks.length === 0 ? 0 : 1
}
