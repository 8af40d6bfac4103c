/*
 * The stores against both stand-ins: dynoxide, which every other test uses, and Amazon's own DynamoDB Local. What they
 * agree on is what the code relies on. Without Java the second is skipped and says so; HUIBAO_REQUIRE_JAVA=1 makes the
 * skip a failure.
 */

import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Services } from '../functions/services.ts'
import { getItems } from '../functions/store/batch-get.ts'
import { keys, waiting } from '../functions/store/keys.ts'
import { claimed, isOwed, posted } from '../functions/store/letters.ts'
import { logged, readLog } from '../functions/store/log.ts'
import type { ReturnWrite, StoredReturn } from '../functions/store/returns.ts'
import { partOf } from '../functions/store/returns.ts'
import {
  commit,
  getItem,
  hasVersion,
  isNew,
  queryAll,
  queryPage,
  queryParts,
  queryWaiting,
  recalled,
  type Table,
  transactionLimit,
} from '../functions/store/table-client.ts'
import type { Letter } from '../shared/reminder/letter.ts'
import type { Edition, Figures, Report } from '../shared/report/report.ts'
import type { Extension } from '../shared/return/return.ts'
import { type Instant, instant, plusMs } from '../shared/time.ts'
import { clerkOf } from './clerk.ts'
import {
  type Clock,
  opening,
  openTables,
  pass,
  quarter,
  roundOf,
  servicesAt,
  settle,
  type Tables,
  type Tree,
  unitOf,
} from './office.ts'

const hasJava = spawnSync('java', ['-version']).status === 0
const isRequired = process.env['HUIBAO_REQUIRE_JAVA'] === '1'
if (!hasJava && !isRequired) process.stdout.write('No Java here: the stores are not tried against DynamoDB Local.\n')

const tree: Tree = { city: '', a: 'city', b: 'city' }
const posts = {
  li: [
    ['a', 'reporter'],
    ['b', 'reporter'],
  ],
} as const
const by = { id: 'li', name: 'Li' }
const report = (version: number, hash = `h${version}`): Report => ({
  round: 'r',
  unit: 'x',
  version,
  figures: { n: version },
  members: [],
  unitsIn: 1,
  unitsMissing: 0,
  unitsLate: 0,
  unitsProvisional: 1,
  provisional: true,
  hash,
})
const member = (state: Figures['state'], hash: string): Figures => ({
  unit: 'x',
  scope: 'below',
  state,
  cells: {},
  lists: {},
  hash,
  unitsIn: 1,
})
const letter = (n: number): Letter => ({
  kind: 'opening',
  key: `r_city_opening-a_1_p${n}`,
  round: 'r',
  roundTitle: 'R',
  year: 2019,
  to: { personId: `p${n}`, name: 'P', email: 'p@example.gov.cn', language: 'zh', role: 'reporter' },
  units: [],
  zone: 'Asia/Shanghai',
  createdAt: opening,
})

describe.each([
  { kind: 'dynoxide' as const, isHere: true },
  { kind: 'dynamodb-local' as const, isHere: hasJava || isRequired },
])('the stores over $kind', ({ kind, isHere }) => {
  const clock: Clock = { now: opening }
  let tables: Tables
  let table: Table
  let services: Services
  beforeAll(async () => {
    if (isHere) tables = await openTables(kind)
  })
  afterAll(async () => {
    if (isHere) await tables.stop()
  })
  const test = (name: string, body: () => Promise<void>) =>
    it.skipIf(!isHere)(name, async () => {
      clock.now = opening
      table = await tables.fresh()
      services = servicesAt(table, clock)
      await body()
    })
  const at = (sk: string, pk = 'p') => ({ pk, sk })

  test('put, read, remove, and strip the keys', async () => {
    await commit(table, [
      { put: { ...at('1'), waits: 'L', until: '1', text: '汇报', nothing: undefined, list: [1, null, { a: 'b' }] } },
    ])
    const item = await getItem(table, at('1'))
    expect(item && recalled(item)).toEqual({ text: '汇报', list: [1, null, { a: 'b' }] })
    await commit(table, [{ remove: at('1') }])
    expect(await getItem(table, at('1'))).toBeUndefined()
    expect(await commit(table, [{ remove: at('1') }])).toEqual({ done: true })
  })
  test('refuse with the position of the condition that failed, and write nothing', async () => {
    await commit(table, [{ put: { ...at('1'), version: 1 } }])
    const writes = [{ put: at('2') }, { put: at('1'), when: isNew }, { check: at('1'), when: hasVersion(2) }]
    expect(await commit(table, [writes[0] ?? { put: at('2') }, { put: { ...at('1') }, when: isNew }])).toEqual({
      done: false,
      refused: [1],
    })
    expect(await commit(table, [{ put: at('2') }, { check: at('1'), when: hasVersion(2) }])).toEqual({
      done: false,
      refused: [1],
    })
    expect(await commit(table, [{ put: at('2') }, { remove: at('1'), when: hasVersion(2) }])).toEqual({
      done: false,
      refused: [1],
    })
    expect(await getItem(table, at('2'))).toBeUndefined()
    expect(await commit(table, [{ put: at('2') }, { check: at('1'), when: hasVersion(1) }])).toEqual({ done: true })
    expect(await commit(table, [{ put: { ...at('3'), version: 1 }, when: hasVersion(0) }])).toEqual({ done: true })
  })
  test('let exactly one of many at once through', async () => {
    const done = await Promise.all(Array.from({ length: 12 }, () => commit(table, [{ put: at('1'), when: isNew }])))
    expect(done.filter((one) => one.done).length).toBe(1)
  })
  test('write a hundred at once and throw at a hundred and one', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ put: at(String(i).padStart(3, '0')) }))
    expect(await commit(table, many(transactionLimit))).toEqual({ done: true })
    expect((await queryAll(table, 'p')).length).toBe(transactionLimit)
    await expect(commit(table, many(transactionLimit + 1))).rejects.toThrow()
  })
  test('throw what is no conflict', async () => {
    await expect(commit(table, [{ put: at('1') }, { put: at('1') }])).rejects.toThrow()
    await expect(commit({ ...table, name: 'no-such-table' }, [{ put: at('1') }])).rejects.toThrow()
  })
  test('read a partition to the last page, in order, and page by page', async () => {
    const text = 'x'.repeat(300_000)
    for (const sk of ['A#1', 'A#2', 'A#3', 'A#4', 'A#5', 'B#1']) await commit(table, [{ put: { ...at(sk), text } }])
    expect((await queryAll(table, 'p')).map((item) => item['sk'])).toEqual(['A#1', 'A#2', 'A#3', 'A#4', 'A#5', 'B#1'])
    expect((await queryAll(table, 'p', 'A#')).length).toBe(5)
    const first = await queryPage(table, { pk: 'p', begins: 'A#', limit: 2 })
    expect(first).toMatchObject({ after: 'A#2' })
    const second = await queryPage(table, { pk: 'p', begins: 'A#', after: 'A#2', limit: 100 })
    expect([first, second].flatMap(({ items }) => items.map((item) => item['sk'])).slice(0, 4)).toEqual([
      'A#1',
      'A#2',
      'A#3',
      'A#4',
    ])
  })
  test('find in the waiting index what has come, the longest waiting first, and no other', async () => {
    const put = (sk: string, until: string, waits = 'L') => commit(table, [{ put: { ...at(sk), waits, until } }])
    await put('late', '2020-01-02')
    await put('early', '2020-01-01')
    await put('to come', '2020-01-04')
    await put('other lane', '2020-01-01', 'M')
    await commit(table, [{ put: at('not waiting') }])
    expect((await queryWaiting(table, 'L', '2020-01-03')).map(({ sk }) => sk)).toEqual(['early', 'late'])
    await commit(table, [{ put: at('early') }])
    expect((await queryWaiting(table, 'L', '2020-01-02')).map(({ sk }) => sk)).toEqual(['late'])
  })
  test('keep units, their children, people and their addresses', async () => {
    const { units } = services
    const stored = (id: string, version: number) => ({ ...unitOf(tree, id), version })
    await settle(services, tree, posts, roundOf('r'))
    const [a, b] = [stored('a', 1), stored('b', 1)]
    expect(await units.unitsBelow('city')).toEqual([a, b])
    expect(await units.units(['a', 'nobody'])).toEqual([a])
    expect(await units.putUnit(unitOf(tree, 'a'), undefined, undefined)).toBe(false)
    const child = unitOf({ ...tree, c: 'a' }, 'c')
    expect(await units.putUnit(child, undefined, a)).toBe(true)
    expect(await units.unit('a')).toEqual({ ...stored('a', 2), hasBelow: true })
    const moved = { ...child, parent: 'b', path: ['city', 'b', 'c'] }
    expect(await units.putUnit(moved, { ...child, version: 7 }, b)).toBe(false)
    expect(await units.putUnit(moved, { ...child, version: 1 }, stored('b', 7))).toBe(false)
    expect(await units.putUnit(moved, { ...child, version: 1 }, b)).toBe(true)
    expect([await units.unitsBelow('a'), await units.unitsBelow('b')]).toEqual([[], [{ ...moved, version: 2 }]])
    const li = await units.personByEmail('LI@example.gov.cn')
    if (li === undefined) throw new Error('Li is missing.')
    expect((await units.peopleOf('b')).map(({ id }) => id)).toEqual(['li'])
    expect(await units.putPerson({ ...li, id: 'other' }, undefined)).toBe('emailTaken')
    await units.rememberSubject('before', li)
    const next = { ...li, email: 'new@example.gov.cn', posts: [{ unit: 'a', role: 'leader' } as const], version: 2 }
    expect(await units.putPerson(next, li)).toBe('saved')
    expect(await units.putPerson({ ...li, version: 2 }, li)).toBe('busy')
    expect([await units.personByEmail('li@example.gov.cn'), await units.peopleOf('b')]).toEqual([undefined, []])
    await units.rememberSubject('subject', next)
    expect((await units.personBySubject('subject'))?.email).toBe('new@example.gov.cn')
    expect(await units.personBySubject('before')).toBeUndefined()
    expect(await units.removePerson(li)).toBe(false)
    expect(await units.removePerson(next)).toBe(true)
    expect([await units.person('li'), await units.peopleOf('a')]).toEqual([undefined, []])
  })
  test('keep a person who comes to a unit while it moves, and one who leaves it', async () => {
    await settle(services, { ...tree, c: 'a' }, { li: [['c', 'reporter']], wang: [['c', 'leader']] }, roundOf('r'))
    const { units } = services
    const [b, c] = [await units.unit('b'), await units.unit('c')]
    const [li, wang] = [await units.person('li'), await units.person('wang')]
    if (c === undefined || li === undefined || wang === undefined) throw new Error('Not settled.')
    const sun = { ...li, id: 'sun', email: 'sun@example.gov.cn' }
    const moved = { ...c, parent: 'b', path: ['city', 'b', 'c'] }
    /* Each begins with what it read before any of the others was written. */
    const done = await Promise.all([
      units.putPerson(sun, undefined),
      units.putUnit(moved, c, b),
      units.removePerson(wang),
      units.putPerson({ ...li, name: '李', version: 2 }, li),
    ])
    if (done[1] === false) expect(await units.putUnit(moved, c, b)).toBe(true)
    expect([done[0], done[2], done[3]]).toEqual(['saved', true, 'saved'])
    const people = [
      { id: 'li', name: '李' },
      { id: 'sun', name: 'li' },
    ]
    expect(await units.peopleOf('c')).toMatchObject(people)
    expect(await units.staffedBelow('b')).toMatchObject([{ unit: { id: 'c', parent: 'b' }, people }])
    expect(await units.staffedBelow('a')).toEqual([])
  })
  test('hand over within a unit, and between two', async () => {
    await settle(services, tree, posts, roundOf('r'))
    const { units } = services
    const li = await units.person('li')
    if (li === undefined) throw new Error('Li is missing.')
    const wang = { ...li, id: 'wang', name: 'Wang', email: 'wang@example.gov.cn', version: 1 }
    const left = { ...li, posts: li.posts.filter(({ unit }) => unit === 'b'), version: 2 }
    const got = { ...wang, posts: li.posts.filter(({ unit }) => unit === 'a') }
    const log = { at: opening, what: 'handedOver' }
    const handed = await units.handOver({ next: left, before: li }, { next: got, before: undefined }, log)
    expect(handed).toBe('saved')
    const names = async (id: string) => (await units.peopleOf(id)).map((person) => person.id)
    expect([await names('a'), await names('b')]).toEqual([['wang'], ['li']])
    const both = { ...got, posts: li.posts, version: 2 }
    expect(await units.handOver({ next: undefined, before: left }, { next: both, before: got }, log)).toBe('saved')
    expect([await names('a'), await names('b'), await units.person('li')]).toEqual([['wang'], ['wang'], undefined])
  })
  test('read many by key, in the order of the keys, and parts of what a partition holds', async () => {
    const at = (n: number) => ({ pk: 'many', sk: String(n).padStart(3, '0') })
    const all = Array.from({ length: 230 }, (_, n) => at(n))
    for (let i = 0; i < all.length; i += 100)
      await commit(
        table,
        all.slice(i, i + 100).map((key, n) => ({ put: { ...key, n: i + n, deep: { kept: 1, left: 2 } } })),
      )
    const asked = [...all.toReversed(), at(7), { pk: 'many', sk: 'none' }]
    const found = await getItems(table, asked)
    expect(found.map(({ n }) => n)).toEqual([...all.keys()].toReversed().concat(7))
    expect(await getItems(table, [])).toEqual([])
    expect((await queryParts(table, 'many', [['n'], ['deep', 'kept']]))[3]).toEqual({ n: 3, deep: { kept: 1 } })
  })
  test('keep rounds by version, and who waits', async () => {
    const { rounds } = services
    const round = roundOf('r')
    expect(await rounds.save(undefined, round, { at: opening, what: 'planned' }, opening)).toBe(true)
    expect(await rounds.save(undefined, round, undefined, opening)).toBe(false)
    expect(await rounds.round('r')).toEqual(round)
    expect([await rounds.waking(plusMs(opening, -1)), await rounds.waking(opening)]).toEqual([[], [round]])
    const open = { ...round, stage: 'open' as const, version: 2 }
    expect(await rounds.save(round, open, { at: opening, what: 'opened' }, undefined)).toBe(true)
    expect(await rounds.save(round, open, undefined, opening)).toBe(false)
    expect([await rounds.waking(opening), await rounds.live(), await rounds.ownedBy(['city', 'a'])]).toEqual([
      [],
      [open],
      [open],
    ])
    expect((await rounds.log('r', undefined)).entries.map(({ what }) => what)).toEqual(['planned', 'opened'])
  })
  test('wake a unit again only where nobody else has woken it meanwhile', async () => {
    await settle(services, tree, posts, roundOf('r', { stage: 'open' }))
    const { rounds, returns } = services
    const extend = () => clerkOf(services, 'r').extend(unitOf(tree, 'a'), instant('2020-02-05T00:00:00+08:00'))
    await extend()
    const [steps] = await rounds.ownStepsWaiting(opening)
    if (steps === undefined) throw new Error('Nobody waits.')
    expect(steps).toMatchObject({ unit: 'a', collector: 'city', until: opening })
    pass(clock, quarter)
    await extend()
    await rounds.wakeUnit(steps, undefined)
    const again = await rounds.ownStepsWaiting(clock.now)
    expect(again.map(({ until }) => until)).toEqual([clock.now])
    for (const one of again) await rounds.wakeUnit(one, undefined)
    expect(await rounds.ownStepsWaiting(clock.now)).toEqual([])
    expect((await rounds.board('r', 'city')).extensions['a']?.dueAt).toBe('2020-02-04T16:00:00.000Z')
    expect((await rounds.rowsOf('r', 'city', ['a'])).extensions).toEqual(
      (await rounds.rowsOf('r', 'city', ['a', 'b', 'c', 'd'])).extensions,
    )
    pass(clock, 1)
    await clerkOf(services, 'r').extend(unitOf(tree, 'a'), undefined)
    expect([(await rounds.board('r', 'city')).extensions, (await returns.load('r', 'a')).extension]).toEqual([
      {},
      undefined,
    ])
  })
  test('move a due moment only as it was read, for a return as it was read, in a round that is open', async () => {
    await settle(services, tree, posts, roundOf('r', { stage: 'open' }))
    const { returns } = services
    const clerk = clerkOf(services, 'r')
    const place = { round: 'r', unit: 'a', collector: 'city' }
    const extension = (at: Instant) => ({ dueAt: instant('2020-02-05T00:00:00+08:00'), reason: 'why', at, by })
    let at = opening
    const save = (before: StoredReturn, next: Extension | undefined) => {
      at = plusMs(at, 1)
      return returns.saveExtension(place, before, next, [], { at, by, what: 'extended' })
    }
    const nothing = await returns.load('r', 'a')
    expect(await save(nothing, extension(opening))).toBe(true)
    expect(await save(nothing, extension(plusMs(opening, 5)))).toBe(false)
    expect(await save(nothing, undefined)).toBe(false)
    const extended = await returns.load('r', 'a')
    await clerk.typeIn('a')
    expect(await save(extended, undefined)).toBe(false)
    const typed = await returns.load('r', 'a')
    await clerk.replan({ stage: 'closed' })
    expect(await save(typed, undefined)).toBe(false)
    await clerk.replan({ stage: 'open' })
    expect(await save(typed, undefined)).toBe(true)
  })
  test('keep a return with its draft, and refuse a move from an old version or another stage', async () => {
    await settle(services, tree, posts, roundOf('r', { stage: 'open' }))
    const clerk = clerkOf(services, 'r')
    const { returns, rounds } = services
    const nothing = await returns.load('r', 'a')
    expect(nothing).toEqual({ draft: {}, reasons: {} })
    await clerk.typeIn('a')
    const started = await returns.load('r', 'a')
    if (started.head === undefined) throw new Error('Not started.')
    const place = { round: 'r', unit: 'a', collector: 'city' }
    const mark = { v: 1, n: 1, by, at: opening }
    const write = (move: ReturnWrite['move'], ms: number): ReturnWrite => ({
      move,
      head: {
        ...(started.head ?? {
          unit: 'a',
          collector: 'city',
          summary: { filled: 0, total: 0, failedChecks: 0, blanks: {} },
          lastActivityAt: opening,
          now: { version: 1, revisions: 0, head: '', timesSentBack: 0, stage: 'drafting' },
        }),
        now: { version: 2, revisions: 0, head: '', timesSentBack: 0, stage: 'drafting' },
      },
      parts: { CELLS: { 'a.b': mark }, 'TEXT#overview': { 'overview.text': { ...mark, v: '全文' } } },
      reasons: { key: { check: 'R1', cell: 'a.b', text: 'why', by, at: opening } },
      letters: [],
      log: { at: plusMs(opening, ms), by, what: 'saved' },
    })
    expect(await returns.save(place, nothing, write('edit', 1))).toBe(false)
    expect(await returns.save(place, started, write('withdraw', 2))).toBe(false)
    expect(await returns.save(place, started, write('edit', 3))).toBe(true)
    expect(await returns.save(place, started, write('edit', 4))).toBe(false)
    const saved = await returns.load('r', 'a')
    expect([saved.draft['overview.text']?.v, saved.reasons['key']?.text, saved.head?.now.version]).toEqual([
      '全文',
      'why',
      2,
    ])
    expect((await rounds.board('r', 'city')).heads.map(({ now }) => now.version)).toEqual([2])
    await clerk.handIn('a', { 'a.b': 1, 'overview.text': '全文' })
    expect((await returns.revisions('r', 'a')).map(({ cells }) => cells)).toEqual([
      { 'a.b': 1, 'overview.text': '全文' },
    ])
    expect([(await returns.revision('r', 'a', 1))?.revision, await returns.revision('r', 'a', 2)]).toEqual([
      1,
      undefined,
    ])
    expect((await returns.log('r', 'a', undefined)).entries.length).toBe(3)
    expect(partOf('overview.text', () => 'narrative')).toBe('TEXT#overview')
    await returns.saveHistory('a', { year: 2018, form: 'ogi-2019', cells: { 'a.b': 2 } }, undefined, 'own', {
      at: opening,
      what: 'imported',
    })
    expect([(await returns.history('a', 2018, 'own'))?.cells, await returns.history('a', 2018, 'report')]).toEqual([
      { 'a.b': 2 },
      undefined,
    ])
  })
  test('save a report on its version only, and never over a member that was handed in', async () => {
    const { reports } = services
    const above = (figures: Figures) => ({ collector: 'city', figures })
    expect(await reports.save(report(1), above(member('provisional', 'h1')))).toBe('saved')
    expect(await reports.save(report(1), undefined)).toBe('outrun')
    expect(await reports.save(report(1), above(member('provisional', 'h1')))).toBe('outrun')
    expect(await reports.members('r', 'city')).toEqual([member('provisional', 'h1')])
    const log = { at: opening, by, what: 'handedIn' }
    expect(await reports.handIn(report(2), above(member('handedIn', 'h2')), log)).toBe(false)
    expect(await reports.handIn(report(1), above(member('handedIn', 'h1')), log)).toBe(true)
    expect(await reports.save(report(2), above(member('provisional', 'h2')))).toBe('handedIn')
    expect(await reports.handedIn('r', 'x', 'h1')).toEqual({ members: [], missing: [] })
    expect((await reports.report('r', 'x'))?.version).toBe(1)
    expect(await reports.save(report(2), undefined)).toBe('saved')
    expect(await reports.members('r', 'city')).toEqual([member('handedIn', 'h1')])
    expect(await reports.narratives('r', 'x')).toEqual({ version: 0, cells: {} })
    expect(
      await reports.saveNarratives('r', 'x', { version: 1, cells: { t: '文' } }, { ...log, at: plusMs(opening, 1) }),
    ).toBe(true)
    expect(await reports.saveNarratives('r', 'x', { version: 1, cells: {} }, { ...log, at: plusMs(opening, 2) })).toBe(
      false,
    )
    expect((await reports.narratives('r', 'x')).cells).toEqual({ t: '文' })
  })
  test('publish an edition once, its narratives apart', async () => {
    const { reports, rounds } = services
    const round = roundOf('r')
    await rounds.save(undefined, round, undefined, undefined)
    const edition: Edition = {
      edition: 1,
      report: report(1),
      narratives: { t: '文'.repeat(1000) },
      lists: [],
      returns: [],
      missing: [],
      publishedAt: opening,
      by,
      hash: 'e',
    }
    const publish = (ms: number) =>
      reports.publish(
        { before: round, after: { ...round, version: 2 } },
        edition,
        { year: 2019, form: 'f', cells: {} },
        { at: plusMs(opening, ms), by, what: 'published' },
        2,
      )
    expect([await publish(0), await publish(1)]).toEqual([true, false])
    expect(await reports.editions('r')).toEqual([edition])
  })
  test('post a letter once, and know when it is owed', async () => {
    const { letters } = services
    const [one, two] = [letter(1), letter(2)]
    expect((await commit(table, [posted(one, opening), posted(two, opening)])).done).toBe(true)
    expect((await commit(table, [posted(one, opening)])).done).toBe(false)
    expect((await letters.owed('deliver', opening)).length).toBe(2)
    const stored = await letters.load(keys.letter('r', 'city', one.key))
    if (stored === undefined) throw new Error('No letter.')
    /* Untouched it goes at once, even by a clock that is behind. */
    expect(isOwed(stored, plusMs(opening, -1000))).toBe(true)
    const attempted = await letters.attempt(stored, opening, one.to.email)
    expect(await letters.attempt(stored, opening, one.to.email)).toBeUndefined()
    if (attempted === undefined) throw new Error('No attempt.')
    expect([isOwed(attempted, opening), isOwed(attempted, plusMs(opening, quarter))]).toEqual([false, true])
    expect([
      (await letters.owed('deliver', opening)).length,
      (await letters.owed('deliver', plusMs(opening, quarter))).length,
    ]).toEqual([1, 2])
    expect(await letters.sent(attempted, opening, 'id')).toBe(true)
    expect(await letters.refused(attempted, opening, 'late')).toBe(false)
    expect((await letters.owed('deliver', plusMs(opening, quarter))).length).toBe(1)
    expect((await letters.ofCollector('r', 'city')).map(({ outcome }) => outcome.state)).toEqual(['sent', 'queued'])
    expect(waiting.letters('deliver', 0)).toBe('LETTER#deliver#0')
  })
  test('claim a step once', async () => {
    const claim = { unit: 'a', dueAt: opening, step: 'before3', at: opening }
    expect((await commit(table, [claimed('r', 'city', claim)])).done).toBe(true)
    expect((await commit(table, [claimed('r', 'city', claim)])).done).toBe(false)
    expect((await commit(table, [claimed('r', 'city', { ...claim, unit: 'ab' })])).done).toBe(true)
    expect(await services.letters.claimsOf('r', 'city', 'a')).toEqual([claim])
    expect((await services.letters.claims('r', 'city')).length).toBe(2)
  })
  test('read a log in pages of two hundred', async () => {
    const entries = Array.from({ length: 205 }, (_, i) =>
      logged(keys.roundLog('r', plusMs(opening, i), 1), { at: plusMs(opening, i), what: 'saved' }),
    )
    for (let i = 0; i < entries.length; i += 100) await commit(table, entries.slice(i, i + 100))
    const first = await readLog(table, keys.round('r').pk, 'LOG#', undefined)
    const rest = await readLog(table, keys.round('r').pk, 'LOG#', first.after)
    expect([first.entries.length, rest.entries.length, rest.after]).toEqual([200, 5, undefined])
  })
})
