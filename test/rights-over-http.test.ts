/*
 * Every route × role × relation over HTTP with real tokens, generated from shared/api.ts and shared/access.ts: what the
 * table allows gets past the rights, what it does not is 403 near the caller's unit and 404 elsewhere, and that 404 is
 * the same as for what does not exist.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAllowed, type Relation, relationOf } from '../shared/access.ts'
import { type RouteId, type RouteSpec, routes } from '../shared/api.ts'
import { roles } from '../shared/unit/unit.ts'
import { type Office, openOffice, openRound, roundOf, tree } from './over-http.ts'

/* Everybody here stands at the county; the targets stand around it. */
const here = tree.county
const cell = 'proactive.penalties.decisions'

interface Place {
  readonly unit: keyof typeof tree
  readonly relation: Relation
  /** A round that the unit owns. */
  readonly owned: string
  /** A round of the city that the unit takes part in, or its own. */
  readonly round: string
  /** A unit whose return this one collects. */
  readonly collects: keyof typeof tree
}
const placeOf = (unit: Place['unit'], collects: Place['collects'], round = 'by-city'): Place => ({
  unit,
  relation: relationOf(here.id, here.path, tree[unit]),
  owned: `by-${unit}`,
  round,
  collects,
})
const places = [
  placeOf('county', 'county'),
  placeOf('town', 'village'),
  placeOf('city', 'city'),
  placeOf('other', 'other', 'by-other'),
]
/* A sister in the same round: near enough to see, were the rights not asked. */
const sister = placeOf('sibling', 'sibling')

/** The unit that the rights are asked about; for the sister's return that is the city, which collects it. */
const relationIn = (id: RouteId, place: Place): Relation =>
  place === sister && specOf(id).target === 'collected' ? 'above' : place.relation

/* `as const` keeps the keys; Object.keys forgets them. */
const routeIds = Object.keys(routes) as readonly RouteId[]
const specOf = (id: RouteId): RouteSpec => routes[id]

const personOf = (unit: string) => ({
  name: '某人',
  email: 'taken@office.example',
  posts: [{ unit, role: 'reporter' }],
})

/** Bodies where the rights are asked about what is in them; everywhere else an empty one is refused after the rights. */
const bodyOf = (id: RouteId, place: Place): object => {
  if (id === 'postRound') return roundOf('never', { owner: place.unit, forms: ['no-form'] })
  if (id === 'postPerson' || id === 'putPerson') return personOf(place.unit)
  if (id === 'handOver') return { to: { name: '某人', email: 'taken@office.example' } }
  return id === 'patchMe' ? { language: 'zh' } : {}
}
/* A file may name many units: its rights are asked about the unit of the query first, and then row by row
 * (test/directory-file-over-http.test.ts). */
const fileFor = (id: RouteId): string | undefined => (id === 'importDirectory' ? '单位编码' : undefined)

const queryOf = (id: RouteId, place: Place): string => {
  if (id === 'listUnits') return `?under=${place.unit}`
  if (['listPeople', 'importDirectory', 'exportDirectory'].includes(id) || specOf(id).target === 'report')
    return `?unit=${place.unit}`
  if (id === 'putReturnWorkbook') return '?base=0'
  if (id === 'getHistoryWorkbook' || id === 'putHistoryWorkbook') return '?form=ogi-2019'
  return id === 'getChanges' ? '?since=1' : ''
}

const pathOf = (id: RouteId, place: Place, role: string): Readonly<Record<string, string>> => {
  const { target } = specOf(id)
  return {
    round: target === 'round' ? place.owned : place.round,
    unit: target === 'collected' ? place.collects : place.unit,
    edition: 'ogi-2019',
    year: '2018',
    cell,
    n: '1',
    step: 'opening',
    id: `${place.unit}-${role}-${id}`,
  }
}

const requestOf = (id: RouteId, place: Place, role: string) => {
  const names = pathOf(id, place, role)
  const path = specOf(id).path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '')
  const body = specOf(id).body === undefined ? fileFor(id) : JSON.stringify(bodyOf(id, place))
  return { path: path + queryOf(id, place), body }
}

/** What the 404 of the rights says: the names of the request, and nothing of what they name. */
const unknownOf = (id: RouteId, place: Place, role: string): string => {
  const names = pathOf(id, place, role)
  if (specOf(id).target === 'none' && !specOf(id).path.includes('{')) return `没有找到：${place.unit}。`
  const asked = [...specOf(id).path.matchAll(/\{(\w+)\}/g)].map((found) => names[found[1] ?? ''])
  return `没有找到：${[...asked, ...(specOf(id).target === 'report' ? [place.unit] : [])].join(' / ')}。`
}

let office: Office
const ask = (email: string | undefined, id: RouteId, place: Place, role: string) => {
  const { path, body } = requestOf(id, place, role)
  return office.raw(email, specOf(id).method, path, body)
}

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports', 'documents', 'workbooks'] })
  for (const role of roles) await office.hire(`county-${role}`, { unit: here.id, role })
  await office.hire('taken', { unit: 'village', role: 'leader' })
  for (const { unit } of [...places, sister])
    for (const role of roles)
      for (const id of ['putPerson', 'deletePerson', 'handOver', 'clearAddress'])
        await office.hire(`${unit}-${role}-${id}`, { unit, role: 'reporter' })
  await office.hire('chief', { unit: 'province', role: 'coordinator' })
  const chief = await office.as('chief@office.example')
  for (const { unit, owned } of [...places, sister]) await openRound(chief, owned, { owner: unit })
})
afterAll(async () => office?.stop())

const isAnyones = (id: RouteId): boolean => specOf(id).open === true

describe.each(routeIds)('%s', (id) => {
  it.each(roles)('lets a %s do what the table allows, and nothing else', async (role) => {
    const wrong = await Promise.all(
      [...places, sister].map(async (place) => {
        const { status, json } = await ask(`county-${role}@office.example`, id, place, role)
        const rightsUnknown = status === 404 && json.detail === unknownOf(id, place, role)
        const passed = ![401, 403, 500].includes(status) && !rightsUnknown
        const asIs = passed ? 'yes' : `${status} ${json.code}`
        const expected =
          isAnyones(id) || isAllowed(id, role, relationIn(id, place))
            ? 'yes'
            : place.relation === 'elsewhere'
              ? '404 notFound'
              : '403 notYours'
        return asIs === expected
          ? undefined
          : { unit: place.unit, relation: place.relation, asIs, expected, status, json }
      }),
    )
    expect(wrong.filter((one) => one !== undefined)).toEqual([])
  })

  it('asks for a token unless it is open to all', async () => {
    const [place] = places
    if (place === undefined) throw new RangeError('no place')
    expect((await ask(undefined, id, place, 'reporter')).status).toBe(isAnyones(id) ? 200 : 401)
  })
})

describe('the relations asked about', () => {
  it('are all four', () => {
    expect(places.map((place) => place.relation)).toEqual(['own', 'below', 'above', 'elsewhere'])
    expect(sister.relation).toBe('elsewhere')
  })
})

describe('somebody', () => {
  it('who holds no post is told so', async () => {
    const answer = await office.raw('nobody@office.example', 'GET', '/me')
    expect(answer).toMatchObject({ status: 403, json: { code: 'notAMember' } })
  })

  it('with two posts may do what either allows, and no more', async () => {
    const both = await office.hire('both', { unit: 'town', role: 'reporter' }, { unit: 'other', role: 'leader' })
    const status = async (path: string) => (await office.raw(both, 'GET', path)).status
    expect(await status('/rounds/by-city/returns/town')).toBe(200)
    expect(await status('/rounds/by-other/report')).toBe(200)
    expect(await status('/rounds/by-city/report?unit=town')).toBe(403)
    expect(await status('/rounds/by-city/returns/sibling')).toBe(404)
  })

  it('cannot tell a round that is not theirs from one that does not exist', async () => {
    const stranger = await office.hire('stranger', { unit: 'other', role: 'coordinator' })
    const ask = async (round: string) => {
      const { status, json } = await office.raw(stranger, 'GET', `/rounds/${round}/returns/sibling`)
      return { status, code: json.code, detail: json.detail.replace(round, '') }
    }
    expect(await ask('by-city')).toEqual(await ask('by-none'))
  })

  it('is not told of a round that their own unit has no part in', async () => {
    const answer = await office.raw('stranger@office.example', 'GET', '/rounds/by-city/returns/other')
    expect(answer).toMatchObject({ status: 404, json: { code: 'notFound', detail: '没有找到：by-city / other。' } })
  })

  it('cannot tell a unit or a person that is not theirs from one that does not exist', async () => {
    const ask = async (method: string, path: string, name: string) => {
      const { status, json } = await office.raw(
        'stranger@office.example',
        method,
        path,
        method === 'PUT' ? '{}' : undefined,
      )
      return { status, code: json.code, detail: json.detail.replace(name, '') }
    }
    const units = ['sibling', 'nowhere'].map((unit) => ask('PUT', `/history/2018/units/${unit}`, unit))
    const people = ['county-leader', 'nobody'].map((id) => ask('DELETE', `/people/${id}`, id))
    for (const [one, other] of [await Promise.all(units), await Promise.all(people)]) {
      expect(one).toMatchObject({ status: 404 })
      expect(one).toEqual(other)
    }
  })

  it('who coordinates cannot raise anybody to administrator, nor take one away', async () => {
    const posts = [{ unit: 'county', role: 'administrator' }]
    const body = JSON.stringify({ name: '某人', email: 'new@office.example', posts })
    const raised = await office.raw('county-coordinator@office.example', 'POST', '/people', body)
    expect(raised).toMatchObject({ status: 403, json: { code: 'notYours' } })
    const taken = await office.raw('county-coordinator@office.example', 'DELETE', '/people/county-administrator')
    expect(taken).toMatchObject({ status: 403, json: { code: 'notYours' } })
    expect(await office.units.person('county-administrator')).toBeDefined()
  })

  it('cannot act in another unit by holding a post above it in name only', async () => {
    const leader = await office.hire('top-leader', { unit: 'province', role: 'leader' })
    const patch = (path: string) => office.raw(leader, 'PATCH', path, '{"base":0,"cells":{}}')
    expect((await patch('/rounds/by-city/returns/sibling')).status).toBe(403)
  })
})
