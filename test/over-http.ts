/*
 * One system for a test file: the real bundles over a real store, driven over HTTP. A province with two cities; the
 * first has a county with a town and its village below it, and a second county without. Everybody is made up.
 */
import { rmSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { type UnitStore, unitStore } from '../functions/store/units.ts'
import { type Api, apiOf, must, type Problem } from '../local/api-client.ts'
import type { CastMember } from '../local/sign-in-page.ts'
import { clientOptions } from '../local/store.ts'
import { type System, type SystemOptions, startSystem } from '../local/system.ts'
import { tableName } from '../local/table-definition.ts'
import type { Cells } from '../shared/form/cells.ts'
import { inputFieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'
import { type Instant, instant } from '../shared/time.ts'
import type { Post, Unit } from '../shared/unit/unit.ts'
import { scratch } from './office.ts'

export const startAt = instant('2020-01-06T10:00:00+08:00')

export const unitOf = (id: string, parent?: Unit, hasBelow = false): Unit => ({
  id,
  name: { zh: `${id}公安局`, en: `${id} bureau` },
  shortName: { zh: id, en: id },
  path: [...(parent?.path ?? []), id],
  hasBelow,
  ...(parent === undefined ? {} : { parent: parent.id }),
})

const province = unitOf('province', undefined, true)
const city = unitOf('city', province, true)
const county = unitOf('county', city, true)
const town = unitOf('town', county, true)
export const tree = {
  province,
  city,
  county,
  town,
  village: unitOf('village', town),
  sibling: unitOf('sibling', city),
  other: unitOf('other', province),
} as const

export interface RawAnswer {
  readonly status: number
  readonly type: string
  readonly language: string
  /** The ETag of an answer that has one. */
  readonly tag: string
  /** Length of the body. */
  readonly bytes: number
  readonly json: Problem & Readonly<Record<string, unknown>>
}

export interface Office {
  readonly system: System
  readonly units: UnitStore
  readonly as: (email: string) => Promise<Api>
  /** Registers somebody with these posts: `ann` gets ann@office.example. Answers the address. */
  readonly hire: (name: string, ...posts: readonly Post[]) => Promise<string>
  /** A request in bytes of the test's own choosing; `path` begins behind /api. */
  readonly raw: (
    email: string | undefined,
    method: string,
    path: string,
    body?: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<RawAnswer>
  readonly stop: () => Promise<void>
}

/** Starts the system, with the tree in its store and a coordinator of the city: coordinator@office.example. */
export const openOffice = async (
  options: Pick<SystemOptions, 'only' | 'pages' | 'tokenSeconds'> & { startAt?: Instant } = {},
): Promise<Office> => {
  const dataFolder = scratch()
  const hired: CastMember[] = []
  /* The sign-in page lists whom the test has hired. */
  const cast = options.pages === true ? { cast: async () => hired } : {}
  const system = await startSystem({ quiet: true, startAt, ...options, ...cast, dataFolder })
  const client = new DynamoDBClient(clientOptions(system.storeUrl))
  const units = unitStore({ client: DynamoDBDocumentClient.from(client), name: tableName })
  for (const unit of Object.values(tree)) await units.putUnit(unit, undefined, undefined)
  const hire = async (name: string, ...posts: readonly Post[]) => {
    const email = `${name}@office.example`
    const person = { id: name, name, email, language: 'zh', version: 1, posts: [...posts] } as const
    if ((await units.putPerson(person, undefined)) !== 'saved') throw new RangeError(`${name} is here already`)
    const [post] = posts
    if (post !== undefined) hired.push({ email, name, role: post.role, unit: post.unit })
    return email
  }
  await hire('coordinator', { unit: 'city', role: 'coordinator' })
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (email: string): Promise<string> => {
    const known = tokens.get(email) ?? system.token(email)
    tokens.set(email, known)
    return known
  }
  return {
    system,
    units,
    hire,
    as: async (email) => apiOf(system.url, await tokenOf(email)),
    raw: async (email, method, path, body, headers = {}) => {
      const answer = await fetch(`${system.url}/api${path}`, {
        method,
        headers: {
          ...(email === undefined ? {} : { authorization: `Bearer ${await tokenOf(email)}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      })
      const { headers: heads } = answer
      const text = await answer.text()
      return {
        status: answer.status,
        type: heads.get('content-type') ?? '',
        language: heads.get('content-language') ?? '',
        tag: heads.get('etag') ?? '',
        bytes: Buffer.byteLength(text),
        json: JSON.parse(/json/.test(heads.get('content-type') ?? '') ? text : '{}'),
      }
    },
    stop: async () => {
      await system.stop()
      client.destroy()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A round that can be opened at once: the city's for 2019, due on 31 January 2020. */
export const roundOf = (id: string, more: object = {}) => ({
  id,
  title: `Round ${id}`,
  owner: 'city',
  forms: ['ogi-2019', 'police-supplement'],
  year: 2019,
  opensAt: '2020-01-02T09:00:00+08:00',
  dueAt: '2020-02-01T00:00:00+08:00',
  zone: 'Asia/Shanghai',
  ...more,
})

/** Plans a round and opens it. */
export const openRound = async (api: Api, id: string, more: object = {}) => {
  const planned = must(await api.call('postRound', { body: roundOf(id, more) }))
  return must(await api.call('openRound', { path: { round: id }, body: { version: planned.version } }))
}

export const signOff = {
  preparedBy: '填报人',
  reviewedBy: '审核人',
  confidentialityReviewedBy: '保密员',
  phone: '0972-8600000',
}

/** Every cell of a form that a return needs: 0 in the tables, a sentence in the narratives, 「无」 in the lists. */
export const wholeReturn = (forms: readonly string[], figures: Cells = {}): Cells => {
  const form = joinForms(forms)
  const cells: Record<string, Cells[string]> = {}
  for (const { address, kind } of inputFieldsOf(form)) {
    if (kind === 'count' || kind === 'change') cells[address] = 0
    if (kind === 'money') cells[address] = '0'
    if (kind === 'narrative') cells[address] = '本年度平稳。政务公开的收费情况：未收取信息处理费。'
  }
  for (const section of form.sections) if (section.kind === 'list') cells[`${section.id}.none`] = true
  return { ...cells, ...figures }
}
