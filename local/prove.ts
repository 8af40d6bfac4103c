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
import type { CountedReturn, Edition } from '../shared/report/report.ts'
import { sealOf } from '../shared/report/seal.ts'
import { brokenLink } from '../shared/return/revision.ts'
import { takesPart } from '../shared/round/participation.ts'
import type { Round } from '../shared/round/round.ts'
import type { Unit, UnitId } from '../shared/unit/unit.ts'
import { clientOptions, startStore } from './store.ts'
import { tableName } from './table-definition.ts'

export interface Proof {
  readonly returns: number
  readonly revisions: number
  readonly editions: number
  /** One sentence per break; empty when everything holds. */
  readonly breaks: readonly string[]
}

interface Collected {
  readonly round: Round
  /** The tree as it is now. */
  readonly units: readonly Unit[]
  readonly editions: readonly Edition[]
  /** Revisions that members and editions rest on: each must be there, and be what they say. */
  readonly counted: readonly (CountedReturn & { readonly by: string })[]
}

const unitsUnder = async (table: Table, top: Unit): Promise<readonly Unit[]> => {
  const below = await unitStore(table).unitsBelow(top.id)
  return [top, ...(await Promise.all(below.map((unit) => unitsUnder(table, unit)))).flat()]
}

const countedLive = async (table: Table, round: Round, collectors: readonly UnitId[]) => {
  const members = await Promise.all(collectors.map((unit) => reportStore(table).members(round.id, unit)))
  return members
    .flat()
    .flatMap(({ unit, scope, revision, hash }) =>
      scope === 'own' && revision !== undefined ? [{ unit, revision, hash, by: 'the report' }] : [],
    )
}

const collect = async (table: Table, round: Round): Promise<Collected> => {
  const owner = await unitStore(table).unit(round.owner)
  const units = owner === undefined ? [] : await unitsUnder(table, owner)
  const editions = await reportStore(table).editions(round.id)
  const collectors = units.filter((unit) => unit.hasBelow || unit.id === round.owner).map(({ id }) => id)
  return {
    round,
    units,
    editions,
    counted: [
      ...(await countedLive(table, round, collectors)),
      ...editions.flatMap(({ edition, returns }) => returns.map((one) => ({ ...one, by: `edition ${edition}` }))),
    ],
  }
}

/*
 * The chain of a return, and what others say of it: revisions that were deleted together with the head leave no break
 * in the chain, but the report and the editions still name them.
 */
const proveReturn = async (table: Table, { round, counted }: Collected, unit: UnitId) => {
  const store = returnStore(table)
  const [stored, revisions] = await Promise.all([store.load(round.id, unit), store.revisions(round.id, unit)])
  const broken = brokenLink(revisions, stored.head?.now.head ?? '', sha256)
  const missed = counted.filter(
    (one) =>
      one.unit === unit &&
      !revisions.some(({ revision, receipt }) => revision === one.revision && receipt.hash === one.hash),
  )
  const place = `${round.id} ${unit}, revision`
  return {
    revisions: revisions.length,
    breaks: [
      ...(broken === undefined ? [] : [`${place} ${broken.revision}: ${broken.why}`]),
      ...missed.map(({ revision, by }) => `${place} ${revision}: not what ${by} rests on`),
    ],
  }
}

const brokenSeals = ({ round, editions }: Collected): readonly string[] =>
  editions
    .filter(({ hash, ...edition }) => sealOf(edition, sha256) !== hash)
    .map(({ edition }) => `${round.id}, edition ${edition}: content`)

/** Proves all rounds of a table. */
export const prove = async (table: Table): Promise<Proof> => {
  let proof: Proof = { returns: 0, revisions: 0, editions: 0, breaks: [] }
  for (const round of await roundStore(table).all()) {
    const collected = await collect(table, round)
    const { units, counted, editions } = collected
    proof = {
      ...proof,
      editions: proof.editions + editions.length,
      breaks: [...proof.breaks, ...brokenSeals(collected)],
    }
    /* Units that left the tree are still counted. */
    const owing = units.filter((unit) => takesPart(round, unit)).map(({ id }) => id)
    for (const unit of new Set([...owing, ...counted.map((one) => one.unit)])) {
      const { revisions, breaks } = await proveReturn(table, collected, unit)
      proof = {
        ...proof,
        returns: proof.returns + Number(revisions > 0),
        revisions: proof.revisions + revisions,
        breaks: [...proof.breaks, ...breaks],
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
