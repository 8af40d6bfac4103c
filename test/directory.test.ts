/*
 * Units that change their place, people who change their post, and what both leave as it was: whose return is whose to
 * review, whose sign-in opens what, and what somebody else changed in the same moment.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMe, patchMe } from '../functions/returns/me.ts'
import { type Services, servicesOf } from '../functions/services.ts'
import type { StoredPerson, StoredUnit } from '../functions/store/units.ts'
import { type Api, must } from '../local/api-client.ts'
import { eventOf } from '../local/http-event.ts'
import { tableName } from '../local/table-definition.ts'
import { routes } from '../shared/api.ts'
import { type Office, openOffice, openRound, signOff, tree, unitOf, wholeReturn } from './over-http.ts'

const coordinator = 'coordinator@office.example'
const chief = 'sibling-chief@office.example'
const boss = 'boss@office.example'
const forms = ['ogi-2019', 'police-supplement']

let office: Office
let services: Services
let asCoordinator: Api
let asClerk: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports', 'documents', 'roll-up'] })
  await office.hire('boss', { unit: 'province', role: 'administrator' })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  await office.hire('sibling-chief', { unit: 'sibling', role: 'coordinator' }, { unit: 'sibling', role: 'reporter' })
  services = servicesOf({
    table: tableName,
    pages: 'https://huibao.example',
    dynamoEndpoint: office.system.storeUrl,
    demo: false,
  })
  asCoordinator = await office.as(coordinator)
  asClerk = await office.as('clerk@office.example')
})
afterAll(async () => {
  services?.table.client.destroy()
  await office?.stop()
})

const stored = async (id: string): Promise<StoredUnit> => {
  const unit = await office.units.unit(id)
  if (unit === undefined) throw new RangeError(`${id} is missing`)
  return unit
}
const holder = async (id: string): Promise<StoredPerson> => {
  const person = await office.units.person(id)
  if (person === undefined) throw new RangeError(`${id} is missing`)
  return person
}
const putUnit = (by: string, unit: string, parent: string) => {
  const name = { zh: '某局', en: 'Some bureau' }
  return office.raw(by, 'PUT', `/units/${unit}`, JSON.stringify({ name, shortName: name, parent }))
}
const found = async (id: string, parent: string): Promise<StoredUnit> => {
  await office.units.putUnit(unitOf(id, await stored(parent)), undefined, await stored(parent))
  return stored(id)
}
const handIn = async (api: Api, round: string, unit: string) => {
  const path = { round, unit }
  const { version } = must(await api.call('patchReturn', { path, body: { base: 0, cells: wholeReturn(forms) } }))
  return must(await api.call('submitReturn', { path, body: { version, signOff } }))
}
const accept = async (api: Api, round: string, unit: string) =>
  must(await api.call('reviewReturn', { path: { round, unit }, body: { revision: 1, decision: 'accept' } }))
const close = async (round: string) => {
  const { version } = must(await asCoordinator.call('getRound', { path: { round } }))
  must(await asCoordinator.call('closeRound', { path: { round }, body: { version } }))
}
const reopen = (by: string, round: string, unit: string) => {
  const body = JSON.stringify({ reason: '更正', dueAt: '2020-03-01T00:00:00+08:00' })
  return office.raw(by, 'POST', `/rounds/${round}/returns/${unit}/reopen`, body)
}

describe('a unit that gains its first child after it has handed in', () => {
  const round = 'before'
  beforeAll(async () => {
    await openRound(asCoordinator, round, { units: ['city', 'sibling'] })
    await handIn(asClerk, round, 'sibling')
    await accept(asCoordinator, round, 'sibling')
    await close(round)
  })

  it('does not gain it while the round is closed and not published', async () => {
    expect(await putUnit(chief, 'branch', 'sibling')).toMatchObject({ status: 409, json: { code: 'unitInOpenRound' } })
    expect(await putUnit(boss, 'sibling', 'province')).toMatchObject({
      status: 409,
      json: { code: 'unitInOpenRound' },
    })
    expect(await office.units.unit('branch')).toBeUndefined()
  })

  it('does not become its own collector in that round, however it came by the child', async () => {
    await found('slipped-in', 'sibling')
    expect((await stored('sibling')).hasBelow).toBe(true)
    expect(await reopen(chief, round, 'sibling')).toMatchObject({ status: 403, json: { code: 'notYours' } })
    const review = JSON.stringify({ revision: 1, decision: 'accept' })
    const reviewed = await office.raw(chief, 'POST', `/rounds/${round}/returns/sibling/review`, review)
    expect(reviewed).toMatchObject({ status: 403, json: { code: 'notYours' } })
    expect(await reopen(coordinator, round, 'sibling')).toMatchObject({ status: 200 })
  })
})

describe('a published round', () => {
  const round = 'published'
  const asWhole = '/rounds/published'
  beforeAll(async () => {
    await found('district', 'city')
    await office.hire('district-chief', { unit: 'district', role: 'coordinator' })
    await office.hire('district-clerk', { unit: 'district', role: 'reporter' })
    await openRound(asCoordinator, round, { units: 'below' })
    await handIn(await office.as('district-clerk@office.example'), round, 'district')
    await accept(asCoordinator, round, 'district')
    await close(round)
    const closed = await services.rounds.round(round)
    if (closed === undefined) throw new RangeError('no round')
    const published = { ...closed, stage: 'published' as const, edition: 1, version: closed.version + 1 }
    await services.rounds.save(closed, published, undefined, undefined)
    expect((await putUnit('district-chief@office.example', 'station', 'district')).status).toBe(200)
  })

  it('lets units change their place again', async () => {
    expect(await stored('district')).toMatchObject({ hasBelow: true })
    expect(await stored('station')).toMatchObject({ path: ['province', 'city', 'district', 'station'] })
  })

  it('leaves the unit what it handed in as: it has no report and no board there', async () => {
    const chiefOf = 'district-chief@office.example'
    for (const path of [`${asWhole}/board?unit=district`, `${asWhole}/report?unit=district`])
      expect(await office.raw(chiefOf, 'GET', path)).toMatchObject({ status: 404, json: { code: 'notFound' } })
  })

  it('does not count a unit below it beside it', async () => {
    const opened = await reopen('district-chief@office.example', round, 'station')
    expect(opened).toMatchObject({ status: 404, json: { code: 'notAParticipant' } })
    await office.system.settle()
    const { in: members } = must(await asCoordinator.call('getReport', { path: { round } }))
    expect(members.map(({ unit, scope }) => `${unit} ${scope}`)).toEqual(['district own'])
  })

  it('says nothing about the next, in which the unit collects', async () => {
    await openRound(asCoordinator, 'next', { units: ['district', 'station'] })
    const rows = async () =>
      (await office.raw('district-chief@office.example', 'GET', '/rounds/next/board?unit=district')).json
    expect(await rows()).toMatchObject({ rows: [{ unit: 'district' }, { unit: 'station' }] })
    await office.hire('station-clerk', { unit: 'station', role: 'reporter' })
    await handIn(await office.as('station-clerk@office.example'), 'next', 'station')
    await accept(await office.as('district-chief@office.example'), 'next', 'station')
  })
})

describe('a report', () => {
  const routes = ['/board', '/reminders', '/report', '/report/cells/proactive.penalties.decisions', '/report/document']
  beforeAll(async () => {
    await openRound(asCoordinator, 'reports')
    await found('leaf', 'city')
  })

  it.each(routes)('of a unit that collects nothing is not found, as of one that does not exist: %s', async (route) => {
    const ask = async (unit: string) => {
      const { status, json } = await office.raw(coordinator, 'GET', `/rounds/reports${route}?unit=${unit}`)
      return { status, code: json.code, detail: json.detail?.replace(unit, '') }
    }
    expect(await ask('leaf')).toMatchObject({ status: 404, code: 'notFound' })
    expect(await ask('leaf')).toEqual(await ask('nowhere'))
    expect((await ask('county')).status).toBe(200)
  })
})

describe('two writes of units in one moment', () => {
  it('do not stand each under the other', async () => {
    const [left, right] = [await found('left', 'city'), await found('right', 'city')]
    expect(await office.units.putUnit({ ...unitOf('left', right) }, left, right)).toBe(true)
    expect(await office.units.putUnit({ ...unitOf('right', left) }, right, left)).toBe(false)
    expect(await stored('right')).toMatchObject({ parent: 'city', hasBelow: true })
  })

  it('do not put a unit under one that has moved away meanwhile', async () => {
    const [top, child] = [await found('top', 'city'), await found('child', 'city')]
    expect(await office.units.putUnit(unitOf('top', tree.province), top, await stored('province'))).toBe(true)
    expect(await office.units.putUnit(unitOf('child', top), child, top)).toBe(false)
    expect(await stored('child')).toMatchObject({ path: ['province', 'city', 'child'] })
  })

  it('do not lose the first child to a new name', async () => {
    const before = await found('renamed', 'city')
    await found('first', 'renamed')
    const name = { zh: '新名', en: 'New name' }
    expect(await office.units.putUnit({ ...before, name }, before, undefined)).toBe(false)
    expect((await stored('renamed')).hasBelow).toBe(true)
  })

  it('say nothing of versions over HTTP', async () => {
    const { json } = await putUnit(boss, 'plain', 'city')
    expect(json).not.toHaveProperty('version')
    const { units } = must(await asCoordinator.call('listUnits', {}))
    expect(units.filter((unit) => 'version' in unit)).toEqual([])
  })
})

/** A request for /me in this process, so that a test can stand between its reading and its writing. */
const as = (id: 'getMe' | 'patchMe', subject: string, body?: object) =>
  eventOf({
    method: routes[id].method,
    url: new URL('http://127.0.0.1/api/me'),
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    route: { method: routes[id].method, path: '/api/me', function: 'returns' },
    parameters: {},
    claims: { sub: subject },
    sourceIp: '127.0.0.1',
  })
const posts = [{ unit: 'sibling', role: 'reporter' }] as const

describe('two writes of a person in one moment', () => {
  it('do not bring back a post that was taken', async () => {
    await office.hire('twice', { unit: 'city', role: 'coordinator' }, ...posts)
    await office.units.rememberSubject('twice', await holder('twice'))
    let isFirst = true
    const putPerson: typeof office.units.putPerson = async (next, before) => {
      if (isFirst) {
        isFirst = false
        const person = await holder('twice')
        await office.units.putPerson({ ...person, posts, version: person.version + 1 }, person)
      }
      return office.units.putPerson(next, before)
    }
    const meanwhile = { ...services, units: { ...services.units, putPerson } }
    const answer = await patchMe(meanwhile).answer(as('patchMe', 'twice', { language: 'en' }))
    expect({ status: answer.statusCode, body: JSON.parse(answer.body) }).toMatchObject({
      status: 200,
      body: { language: 'en', posts },
    })
    expect(await holder('twice')).toMatchObject({ language: 'en', posts })
    expect((await office.units.peopleOf('city')).map(({ id }) => id)).not.toContain('twice')
  })

  it('do not bring back somebody who was removed', async () => {
    await office.hire('removed', ...posts)
    await office.units.rememberSubject('removed', await holder('removed'))
    const putPerson: typeof office.units.putPerson = async (next, before) => {
      const person = await office.units.person('removed')
      if (person !== undefined) await office.units.removePerson(person)
      return office.units.putPerson(next, before)
    }
    const meanwhile = { ...services, units: { ...services.units, putPerson } }
    const answer = await patchMe(meanwhile).answer(as('patchMe', 'removed', { language: 'en' }))
    expect(answer.statusCode).toBe(403)
    expect(await office.units.person('removed')).toBeUndefined()
  })

  it('refuse the older one, and say that it is no matter of the address', async () => {
    await office.hire('older', ...posts)
    const older = await holder('older')
    expect(await office.units.putPerson({ ...older, name: '新名', version: 2 }, older)).toBe('saved')
    expect(await office.units.putPerson({ ...older, email: 'fresh@office.example', version: 2 }, older)).toBe('busy')
    expect(await office.units.removePerson(older)).toBe(false)
    expect(await office.units.personByEmail('older@office.example')).toMatchObject({ name: '新名' })
    const taken = { ...(await holder('older')), email: coordinator, version: 3 }
    expect(await office.units.putPerson(taken, await holder('older'))).toBe('emailTaken')
  })
})

describe('a sign-in', () => {
  it('ends with the address under which it was known: the successor alone opens the record', async () => {
    await office.hire('predecessor', ...posts)
    const me = async (email: string) => (await office.raw(email, 'GET', '/me')).status
    expect(await me('predecessor@office.example')).toBe(200)
    const body = { name: '继任', email: 'successor@office.example', posts }
    expect((await office.raw(coordinator, 'PUT', '/people/predecessor', JSON.stringify(body))).status).toBe(200)
    expect(await me('predecessor@office.example')).toBe(403)
    expect(await me('successor@office.example')).toBe(200)
  })

  it('stays with a record whose address is only written otherwise', async () => {
    await office.hire('capital', ...posts)
    await office.units.rememberSubject('capital-subject', await holder('capital'))
    const body = { name: 'capital', email: 'Capital@Office.example', posts }
    expect((await office.raw(coordinator, 'PUT', '/people/capital', JSON.stringify(body))).status).toBe(200)
    expect(await office.units.personBySubject('capital-subject')).toMatchObject({ id: 'capital' })
  })
})

describe('many posts', () => {
  const postsIn = (side: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ unit: `${side}-${n}`, role: 'reporter' as const }))
  beforeAll(async () => {
    for (const { unit } of [...postsIn('old', 40), ...postsIn('new', 41)])
      await office.units.putUnit(unitOf(unit, tree.city), undefined, undefined)
  })
  const put = (id: string, side: string, count: number) => {
    const body = JSON.stringify({ name: '某人', email: `${side}@office.example`, posts: postsIn(side, count) })
    return office.raw(coordinator, 'PUT', `/people/${id}`, body)
  }

  it('are changed for as many others, with a new address, at once', async () => {
    await office.hire('many', ...postsIn('old', 40))
    expect(await put('many', 'new', 40)).toMatchObject({ status: 200 })
    expect([await office.units.peopleOf('old-0'), await office.units.peopleOf('old-39')]).toEqual([[], []])
    expect((await office.units.peopleOf('new-39')).map(({ id }) => id)).toEqual(['many'])
  })

  it('are 40 at most', async () => {
    expect(await put('many', 'new', 41)).toMatchObject({ status: 422, json: { errors: [{ path: 'posts' }] } })
  })
})

describe('a number in a path', () => {
  const cells = JSON.stringify({ form: 'ogi-2019', cells: {}, source: '旧档' })
  it.each(['2.018e3', '02018', '2018.0', '0x7e2'])('is plain digits: there is no year %s', async (year) => {
    const answer = await office.raw(coordinator, 'PUT', `/history/${year}/units/sibling`, cells)
    expect(answer).toMatchObject({ status: 404, json: { code: 'notFound' } })
  })

  it.each(['1e0', '01', '1.0'])('is plain digits: there is no revision %s', async (n) => {
    const revision = '/rounds/before/returns/sibling/revisions'
    expect(await office.raw(coordinator, 'GET', `${revision}/${n}`)).toMatchObject({ status: 404 })
    expect(await office.raw(coordinator, 'GET', `${revision}/1`)).toMatchObject({ status: 200 })
  })
})

describe('what I owe', () => {
  it('is told with stage and due moment, without a draft being read', async () => {
    await office.hire('owing', { unit: 'other', role: 'reporter' })
    await office.hire('top', { unit: 'province', role: 'coordinator' })
    const asTop = await office.as('top@office.example')
    await openRound(asTop, 'owed', { owner: 'province', units: ['other'] })
    const path = { round: 'owed', unit: 'other' }
    const asOwing = await office.as('owing@office.example')
    must(await asOwing.call('patchReturn', { path, body: { base: 0, cells: { 'overview.text': '平稳。' } } }))
    const dueAt = '2020-02-10T00:00:00+08:00'
    must(await asTop.call('putExtension', { path, body: { dueAt, reason: '系统故障' } }))
    const load = () => Promise.reject(new Error('A draft is read.'))
    const without = { ...services, returns: { ...services.returns, load } }
    const answer = await getMe(without).answer(as('getMe', 'owing@office.example'))
    expect(JSON.parse(answer.body)).toMatchObject({
      openWork: [{ round: 'owed', unit: 'other', stage: 'drafting', due: { why: 'extension' } }],
    })
  })
})
