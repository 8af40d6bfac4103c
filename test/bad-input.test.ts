/*
 * Bad input over HTTP, against the real bundles and the real store: the problem has a code, names the cell or the
 * path, says so in Chinese and in English, and nothing is changed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type Office, openOffice, openRound, type RawAnswer, roundOf, signOff, wholeReturn } from './over-http.ts'

const coordinator = 'coordinator@office.example'
const clerk = 'clerk@office.example'
const colleague = 'colleague@office.example'
const forms = ['ogi-2019', 'police-supplement']
const cell = 'proactive.penalties.decisions'

let office: Office
let asCoordinator: Api
let asClerk: Api
let asColleague: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports'] })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  await office.hire('colleague', { unit: 'sibling', role: 'reporter' })
  await office.hire('boss', { unit: 'province', role: 'administrator' })
  asCoordinator = await office.as(coordinator)
  asClerk = await office.as(clerk)
  asColleague = await office.as(colleague)
  await openRound(asCoordinator, 'typing')
})
afterAll(async () => office?.stop())

const place = (round: string, unit = 'sibling') => ({ round, unit })
const returnIn = async (round: string) => {
  const { due: _runsWithTheClock, ...rest } = must(await asClerk.call('getReturn', { path: place(round) }))
  return rest
}
const roundIn = async (round: string) => must(await asCoordinator.call('getRound', { path: { round } }))
const patch = (round: string, base: number, cells: object, api = asClerk) =>
  api.call('patchReturn', { path: place(round), body: { base, cells } })
const submit = (round: string, version: number, api = asClerk) =>
  api.call('submitReturn', { path: place(round), body: { version, signOff } })
const review = (round: string, body: object) => asCoordinator.call('reviewReturn', { path: place(round), body })

/** A whole return of the sibling, saved; answers its version. */
const filledIn = async (round: string, figures = {}) => must(await patch(round, 0, wholeReturn(forms, figures))).version

const whole = {
  type: expect.any(String),
  title: expect.any(String),
  status: expect.any(Number),
  code: expect.any(String),
  detail: expect.any(String),
}

/** The problem in both languages: one shape, one code, two sentences. */
const inBothLanguages = async (ask: (headers: Record<string, string>) => Promise<RawAnswer>) => {
  const zh = await ask({ 'accept-language': 'zh-CN' })
  const en = await ask({ 'accept-language': 'en-GB,en;q=0.8' })
  for (const answer of [zh, en]) {
    expect(answer.type).toBe('application/problem+json; charset=utf-8')
    expect(answer.json).toMatchObject({ ...whole, status: answer.status })
  }
  expect(zh.language).toBe('zh')
  expect(en.language).toBe('en')
  expect(en.json.code).toBe(zh.json.code)
  const said = ({ json }: RawAnswer) => [json.detail, ...(json.errors ?? []).map(({ message }) => message)]
  for (const sentence of said(zh)) expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/s)
  for (const sentence of said(en)) expect(sentence).toMatch(/^[^\u4e00-\u9fff]*\.$/)
  return { status: zh.status, code: zh.json.code, errors: zh.json.errors ?? [], problem: zh.json }
}

const patchText = (text: string, round = 'typing') =>
  inBothLanguages((headers) => office.raw(clerk, 'PATCH', `/rounds/${round}/returns/sibling`, text, headers))

describe('a cell that cannot be taken', () => {
  const long = JSON.stringify('政'.repeat(20_001))
  it.each([
    ['a cell that the form does not have', 'proactive.penalties.nothing', '1', '没有这一格'],
    ['a cell of another edition', 'proactive.licensing.processed', '1', '没有这一格'],
    ['a computed cell', 'requests.received.total', '3', '系统计算'],
    ['a count as text with decimals', cell, '"3.5"', '数字（不带引号）'],
    ['a count in full-width digits', cell, '"１７"', '数字（不带引号）'],
    ['a count in scientific notation', cell, '"1e3"', '数字（不带引号）'],
    ['a negative count as text', cell, '"-3"', '数字（不带引号）'],
    ['a count with decimals', cell, '3.5', '整数'],
    ['a negative count', cell, '-3', '负数'],
    ['a count of 10^11', cell, '100000000000', '超过上限'],
    ['a number beyond all numbers', cell, '1e999', '不是有效数字'],
    ['money with seven decimals', 'proactive.procurement.amount', '"1.1234567"', '最多六位小数'],
    ['money as a number', 'proactive.procurement.amount', '1.5', '文字形式'],
    ['a narrative over 60,000 bytes', 'overview.text', long, '60000 字节'],
    ['half a character in a narrative', 'overview.text', '"a\\ud800b"', '残缺的字符'],
    ['a null character in a narrative', 'overview.text', '"a\\u0000b"', '空字符'],
    ['half a character in a list', 'accounts.r1.name', '"\\udc00"', '残缺的字符'],
    ['a flag as text', 'accounts.r1.supervised', '"yes"', '“是”或“否”'],
    ['an object with another key', cell, '{"nope":"x"}', '无法识别'],
    ['a reason of spaces for not applicable', cell, '{"na":"  "}', '不适用的理由'],
    ['a list', cell, '[1]', '无法识别'],
    ['a row of a list as a whole', 'accounts.r1', '{"name":"x"}', '整行'],
    ['an ugly row id', 'accounts.r 1.name', '"x"', '没有这一格'],
    ['a column that the list does not have', 'accounts.r1.constructor', '"x"', '没有这一格'],
    ['a cell named constructor', 'constructor', '1', '没有这一格'],
    ['a cell without a name', '', '1', '没有这一格'],
  ])('is refused when it is %s', async (_name, address, value, says) => {
    const before = await returnIn('typing')
    const found = await patchText(
      `{"base":0,"cells":{${JSON.stringify(address)}:${value},"inquiries.complaints.received":9}}`,
    )
    expect(found).toMatchObject({ status: 422, code: 'invalid', errors: [{ cell: address }] })
    expect(found.errors[0]?.message).toContain(says)
    expect(await returnIn('typing')).toEqual(before)
  })

  it('is refused when it is named __proto__, and not dropped unseen', async () => {
    const before = await returnIn('typing')
    for (const name of ['__proto__', '\\u005f_proto_\\u005f']) {
      const found = await patchText(`{"base":0,"cells":{"${name}":{"x":1},"${cell}":9}}`)
      expect(found).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: '__proto__' }] })
    }
    expect(await returnIn('typing')).toEqual(before)
  })

  it('is listed with all the others that are wrong', async () => {
    const found = await patchText(`{"base":0,"cells":{"${cell}":-1,"nothing":1,"overview.text":7}}`)
    expect(found.errors.map((error) => error.cell)).toEqual([cell, 'nothing', 'overview.text'])
    expect(found.problem.detail).toContain('3 处')
  })

  it('is refused in a list that grows beyond an item of the store', async () => {
    const before = await returnIn('typing')
    const rows = Array.from({ length: 300 }, (_, i) => [`accounts.r${i}.name`, '账'.repeat(200)])
    const found = await patchText(JSON.stringify({ base: 0, cells: Object.fromEntries(rows) }))
    expect(found).toMatchObject({ status: 422, code: 'invalid', errors: [{ cell: 'accounts' }] })
    expect(await returnIn('typing')).toEqual(before)
  })
})

describe('a body that cannot be read', () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  it.each([
    ['is truncated', '{"base":0,"cells":{"overview.text":"a', 400, 'unreadable'],
    ['holds NaN', `{"base":0,"cells":{"${cell}":NaN}}`, 400, 'unreadable'],
    ['is empty', '', 400, 'unreadable'],
    ['is blank', '   ', 400, 'unreadable'],
    ['is no JSON', '<cells/>', 400, 'unreadable'],
    ['is a list', '[]', 422, 'invalid'],
    ['is null', 'null', 422, 'invalid'],
    ['is a number', '7', 422, 'invalid'],
    ['has an unknown key', `{"base":0,"cells":{"${cell}":9},"force":true}`, 422, 'invalid'],
    ['has an unknown key __proto__', `{"base":0,"cells":{"${cell}":9},"__proto__":{}}`, 422, 'invalid'],
    ['has no base', `{"cells":{"${cell}":9}}`, 422, 'invalid'],
    ['has a base as text', `{"base":"0","cells":{"${cell}":9}}`, 422, 'invalid'],
    ['has a negative base', `{"base":-1,"cells":{"${cell}":9}}`, 422, 'invalid'],
    ['has a broken base', `{"base":0.5,"cells":{"${cell}":9}}`, 422, 'invalid'],
    ['has cells as a list', '{"base":0,"cells":[1]}', 422, 'invalid'],
    ['is nested without end', `{"base":0,"cells":{"${cell}":${nested}}}`, 422, 'invalid'],
    ['is 2 MB', `{"base":0,"cells":{"overview.text":"${'a'.repeat(2_000_000)}"}}`, 413, 'tooLarge'],
  ])('is refused when it %s', async (_name, text, status, code) => {
    const before = await returnIn('typing')
    expect(await patchText(text)).toMatchObject({ status, code })
    expect(await returnIn('typing')).toEqual(before)
  })

  it('names the unknown key and the wrong one', async () => {
    const { errors } = await patchText('{"base":-1,"cells":{},"force":true}')
    expect(errors).toMatchObject([{ path: 'base' }, { path: '', message: '含有不认识的项目：force。' }])
  })

  it('is refused by the gateway itself when it is 7 MB', async () => {
    const before = await returnIn('typing')
    const { status } = await office.raw(clerk, 'PATCH', '/rounds/typing/returns/sibling', 'a'.repeat(7_000_000))
    expect(status).toBe(413)
    expect(await returnIn('typing')).toEqual(before)
  })

  it('is refused by the gateway itself without a token, and with a forged one', async () => {
    const ask = (headers: Record<string, string>) =>
      office.raw(undefined, 'GET', '/rounds/typing/returns/sibling', undefined, headers)
    expect((await ask({})).status).toBe(401)
    expect((await ask({ authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' })).status).toBe(401)
  })

  it('has a query that is as strict', async () => {
    const ask = (query: string) =>
      inBothLanguages((headers) => office.raw(coordinator, 'GET', `/rounds/typing/${query}`, undefined, headers))
    expect(await ask('report?depth=1')).toMatchObject({ status: 422, code: 'invalid' })
    expect(await ask('report?unit=City')).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: 'unit' }] })
    expect(await ask('log?after=nothing')).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: 'after' }] })
    expect(await ask('log?after=')).toMatchObject({ status: 422, code: 'invalid' })
    expect(await ask('returns/sibling/revisions/1/changes?since=-1')).toMatchObject({ status: 422, code: 'invalid' })
    expect(await ask('returns/sibling/revisions/one')).toMatchObject({ status: 404, code: 'notFound' })
    expect(await ask('returns/sibling%23x')).toMatchObject({ status: 404, code: 'notFound' })
  })
})

describe('text', () => {
  it('of HTML, formulas and odd rows is stored and given back as it was typed', async () => {
    await openRound(asCoordinator, 'as-typed')
    const cells = {
      'overview.text': '<script>alert("1")</script>\n=HYPERLINK("http://x","y") &amp; 𠮷 👩‍👩‍👧 \u202e\u200b é',
      'accounts.__proto__.name': '=1+1',
      'accounts.constructor.name': '@SUM(A1)',
      'accounts.constructor.platform': "'; DROP TABLE --",
      [cell]: { na: '<b>不适用</b>' },
    }
    must(await patch('as-typed', 0, cells))
    expect((await returnIn('as-typed')).cells).toEqual(cells)
  })

  it('of exactly 60,000 bytes is taken', async () => {
    await openRound(asCoordinator, 'long-text')
    const text = '政'.repeat(20_000)
    must(await patch('long-text', 0, { 'overview.text': text }))
    expect((await returnIn('long-text')).cells['overview.text']).toBe(text)
  })
})

describe('a base that is not the last version', () => {
  it('leaves the stale cell alone, saves the others and names both values, who and when', async () => {
    await openRound(asCoordinator, 'stale')
    const { version } = must(await patch('stale', 0, { [cell]: 1, 'overview.text': '原文' }))
    must(await patch('stale', version, { [cell]: 5 }, asColleague))
    const answer = await patch('stale', version, { [cell]: 7, 'proactive.coercion.decisions': 8 })
    expect(answer).toMatchObject({
      ok: false,
      status: 409,
      problem: {
        code: 'staleCells',
        version: version + 2,
        stale: [
          { cell, theirs: 5, yours: 7, who: { id: 'colleague', name: 'colleague' }, when: expect.stringMatching(/Z$/) },
        ],
      },
    })
    expect(await returnIn('stale')).toMatchObject({
      version: version + 2,
      cells: { [cell]: 5, 'proactive.coercion.decisions': 8, 'overview.text': '原文' },
    })
  })

  it('is no conflict where the cell holds the sent value already', async () => {
    const before = await returnIn('stale')
    expect(must(await patch('stale', 1, { [cell]: 5 })).version).toBe(before.version)
    expect(await returnIn('stale')).toEqual(before)
  })

  it('is refused when it lies beyond it', async () => {
    const before = await returnIn('stale')
    const found = await patchText(`{"base":${before.version + 1},"cells":{"${cell}":9}}`, 'stale')
    expect(found).toMatchObject({ status: 409, code: 'unknownVersion' })
    expect(await returnIn('stale')).toEqual(before)
  })

  it('loses nothing when two clerks type different cells at once, twenty times', async () => {
    await openRound(asCoordinator, 'at-once')
    for (let turn = 1; turn <= 20; turn += 1) {
      const { version: base } = await returnIn('at-once')
      const one = { 'inquiries.complaints.received': turn }
      const other = { 'inquiries.complaints.answered': turn, 'overview.text': `第 ${turn} 次` }
      const answers = await Promise.all([patch('at-once', base, one), patch('at-once', base, other, asColleague)])
      expect(answers.map((answer) => answer.status)).toEqual([200, 200])
      const after = await returnIn('at-once')
      expect(after).toMatchObject({ version: base + 2, cells: { ...one, ...other } })
    }
  })
})

describe('a reason', () => {
  const reasonFor = (check: string, at: string, text: string) =>
    JSON.stringify({ base: 0, cells: {}, reasons: [{ check, cell: at, text }] })

  it('for a check that finds nothing is refused', async () => {
    const before = await returnIn('typing')
    const found = await patchText(reasonFor('R8.rules', 'proactive.rules.totalDisclosed', '已核实'))
    expect(found).toMatchObject({ status: 422, code: 'invalid', errors: [{ check: 'R8.rules' }] })
    expect(await returnIn('typing')).toEqual(before)
  })

  it.each([
    ['of spaces', '   '],
    ['of nothing', ''],
    ['with a null character', 'a\u0000'],
    ['beyond 2000 characters', '长'.repeat(2001)],
  ])('%s is refused', async (_name, text) => {
    const found = await patchText(reasonFor('R8.rules', 'proactive.rules.totalDisclosed', text))
    expect(found).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: 'reasons.0.text' }] })
  })
})

describe('handing in', () => {
  it('twice at once makes one revision and one receipt', async () => {
    await openRound(asCoordinator, 'double')
    const version = await filledIn('double')
    const [one, other] = await Promise.all([submit('double', version), submit('double', version, asColleague)])
    expect(must(one)).toEqual(must(other))
    expect(must(await submit('double', version))).toEqual(must(one))
    expect(must(await asClerk.call('listRevisions', { path: place('double') })).revisions).toHaveLength(1)
    expect((await returnIn('double')).revisions).toBe(1)
  })

  it('an older version is refused', async () => {
    await openRound(asCoordinator, 'old-version')
    const version = await filledIn('old-version')
    must(await patch('old-version', version, { [cell]: 2 }))
    const before = await returnIn('old-version')
    expect(await submit('old-version', version)).toMatchObject({ status: 409, problem: { code: 'outdated' } })
    expect(await returnIn('old-version')).toEqual(before)
  })

  it.each(['', '   ', 'a\nb', 'a\u0000', '长'.repeat(61)])(
    'is refused when the sign-off holds the name %j',
    async (name) => {
      const { version } = await returnIn('old-version')
      const before = await returnIn('old-version')
      const body = JSON.stringify({ version, signOff: { ...signOff, reviewedBy: name } })
      const found = await inBothLanguages((headers) =>
        office.raw(clerk, 'POST', '/rounds/old-version/returns/sibling/submit', body, headers),
      )
      expect(found).toMatchObject({
        status: 422,
        code: 'invalid',
        errors: expect.arrayContaining([expect.objectContaining({ path: 'signOff.reviewedBy' })]),
      })
      expect(await returnIn('old-version')).toEqual(before)
    },
  )

  it('what is not started or not whole is refused', async () => {
    await openRound(asCoordinator, 'unfinished')
    expect(await submit('unfinished', 0)).toMatchObject({ status: 409, problem: { code: 'notSubmittable' } })
    const { version } = must(await patch('unfinished', 0, { [cell]: 1 }))
    const before = await returnIn('unfinished')
    expect(await submit('unfinished', version)).toMatchObject({ status: 422, problem: { code: 'checksFailed' } })
    expect(await returnIn('unfinished')).toEqual(before)
  })

  it('is typed into no more until it comes back', async () => {
    const before = await returnIn('double')
    const found = await patchText(`{"base":${before.version},"cells":{"${cell}":9}}`, 'double')
    expect(found).toMatchObject({ status: 409, code: 'notEditable' })
    expect(await returnIn('double')).toEqual(before)
  })
})

describe('a review', () => {
  beforeAll(async () => {
    await openRound(asCoordinator, 'reviewed')
    must(await submit('reviewed', await filledIn('reviewed')))
    must(await review('reviewed', { revision: 1, decision: 'sendBack', reason: '请核对。' }))
    const { version } = await returnIn('reviewed')
    must(await submit('reviewed', must(await patch('reviewed', version, { [cell]: 1 })).version))
  })

  const refused = async (body: object, expected: object) => {
    const before = await returnIn('reviewed')
    const found = await inBothLanguages((headers) =>
      office.raw(coordinator, 'POST', '/rounds/reviewed/returns/sibling/review', JSON.stringify(body), headers),
    )
    expect(found).toMatchObject(expected)
    expect(await returnIn('reviewed')).toEqual(before)
  }
  const sendBack = { revision: 2, decision: 'sendBack', reason: '请核对。' }

  it('of an old revision is refused, whichever way it goes', async () => {
    await refused({ revision: 1, decision: 'accept' }, { status: 409, code: 'reviewedRevisionIsOld' })
    await refused({ ...sendBack, revision: 1 }, { status: 409, code: 'reviewedRevisionIsOld' })
    await refused({ revision: 3, decision: 'accept' }, { status: 409, code: 'reviewedRevisionIsOld' })
    await refused({ revision: 0, decision: 'accept' }, { status: 422, code: 'invalid', errors: [{ path: 'revision' }] })
  })

  it('with a comment on a cell that the form does not have is refused', async () => {
    const comments = [
      { cell: 'proactive.nothing', text: '?' },
      { cell, text: '数字不符。' },
    ]
    await refused({ ...sendBack, comments }, { status: 422, code: 'invalid', errors: [{ cell: 'proactive.nothing' }] })
  })

  it('with more comments than the head of a return can hold is refused', async () => {
    const comments = Array.from({ length: 150 }, () => ({ cell, text: '长'.repeat(1900) }))
    await refused({ ...sendBack, comments }, { status: 422, code: 'invalid', errors: [{ path: 'comments' }] })
  })

  it('that sends back without a reason, or with one of spaces, is refused', async () => {
    const { reason: _none, ...without } = sendBack
    await refused(without, { status: 422, code: 'invalid', errors: [{ path: 'reason' }] })
    await refused({ ...sendBack, reason: ' \t ' }, { status: 422, code: 'invalid', errors: [{ path: 'reason' }] })
  })

  it('with a due moment that has passed is refused', async () => {
    await refused({ ...sendBack, dueAt: '2020-01-03T00:00:00+08:00' }, { status: 422, code: 'dueMomentPast' })
  })

  it('of what nobody has handed in is refused', async () => {
    const before = await returnIn('typing')
    expect(await review('typing', { revision: 1, decision: 'accept' })).toMatchObject({
      status: 409,
      problem: { code: 'notReviewable' },
    })
    expect(await returnIn('typing')).toEqual(before)
  })
})

describe('a plan of a round', () => {
  const refused = async (more: object, expected: object, path?: string) => {
    const body = JSON.stringify(roundOf('planned', more))
    const found = await inBothLanguages((headers) => office.raw(coordinator, 'POST', '/rounds', body, headers))
    expect(found).toMatchObject(expected)
    if (path !== undefined) expect(new Set(found.errors.map((error) => error.path))).toEqual(new Set([path]))
    expect(await asCoordinator.call('getRound', { path: { round: 'planned' } })).toMatchObject({ status: 404 })
  }
  const step = (timing: object, more: object = {}) => ({
    ladder: [{ id: 's1', timing, at: '09:00', to: ['reporter'], ...more }],
  })

  it.each([
    ['a form that nobody knows', { forms: ['ogi-1999'] }, 'forms'],
    ['the edition of 2021 for 2019', { forms: ['ogi-2021'] }, 'forms'],
    ['the edition of 2019 for 2021', { year: 2021 }, 'forms'],
    ['two editions', { forms: ['ogi-2019', 'ogi-2021'] }, 'forms'],
    ['two editions joined by hand', { forms: ['ogi-2019+police-supplement'] }, 'forms'],
    ['a supplement without an edition', { forms: ['police-supplement'] }, 'forms'],
    ['a form twice', { forms: ['ogi-2019', 'police-supplement', 'police-supplement'] }, 'forms'],
    ['no form', { forms: [] }, 'forms'],
    ['a due moment before the opening', { dueAt: '2020-01-01T00:00:00+08:00' }, 'dueAt'],
    ['a due moment at the opening', { dueAt: '2020-01-02T09:00:00+08:00' }, 'dueAt'],
    ['a due moment without offset', { dueAt: '2020-02-01T00:00:00' }, 'dueAt'],
    ['a due moment on 29 February 2019', { dueAt: '2019-02-29T00:00:00+08:00' }, 'dueAt'],
    ['a due moment in the year 10000', { dueAt: '+010000-01-01T00:00:00Z' }, 'dueAt'],
    ['a due moment of a level before the opening', { dueByLevel: { 1: '2020-01-01T00:00:00Z' } }, 'dueByLevel.1'],
    ['a level that is none', { dueByLevel: { ten: '2020-01-31T00:00:00Z' } }, 'dueByLevel.ten'],
    ['an unknown zone', { zone: 'Asia/Haidong' }, 'zone'],
    ['an unknown calendar', { calendar: { id: 'constructor' } }, 'calendar.id'],
    ['29 February 2019 off', { calendar: { id: 'cn', extraDaysOff: ['2019-02-29'] } }, 'calendar.extraDaysOff.0'],
    [
      'a day off that is a moment',
      { calendar: { id: 'cn', extraDaysOff: ['2020-01-21T00:00:00Z'] } },
      'calendar.extraDaysOff.0',
    ],
    ['a step before that lies after', step({ kind: 'before', count: -3, of: 'days' }), 'ladder.0.timing.count'],
    ['a step of no days', step({ kind: 'after', count: 0, of: 'days' }), 'ladder.0.timing.count'],
    ['a step at night', step({ kind: 'dueDay' }, { at: '23:30' }), 'ladder.s1'],
    ['a step at no time', step({ kind: 'dueDay' }, { at: '25:00' }), 'ladder.0.at'],
    ['a step to nobody', step({ kind: 'dueDay' }, { to: [] }), 'ladder.0.to'],
    ['a step of an unknown kind', step({ kind: 'whenever' }), 'ladder.0.timing.kind'],
    ['a title of two lines', { title: 'a\r\nBcc: x@y.z' }, 'title'],
    ['a title of spaces', { title: '  ' }, 'title'],
    ['a year as text', { year: '2019' }, 'year'],
  ])('with %s is refused at its field', async (_name, more, path) => {
    await refused(more, { status: 422, code: 'invalid' }, path)
  })

  it('with an id that is none, or an owner that does not exist, is refused', async () => {
    await refused({ id: 'A B' }, { status: 422, code: 'invalid', errors: [{ path: 'id' }] })
    await refused({ owner: 'nowhere' }, { status: 404, code: 'notFound' })
    await refused({ units: ['sibling', 'other'] }, { status: 404, code: 'notFound' })
  })

  it('takes 29 February of a leap year', async () => {
    const calendar = { id: 'cn', extraDaysOff: ['2020-02-29'] }
    const planned = await asCoordinator.call('postRound', {
      body: roundOf('leap-year', { dueAt: '2020-02-29T12:00:00+08:00', calendar }),
    })
    expect(must(planned)).toMatchObject({
      dueAt: '2020-02-29T04:00:00.000Z',
      calendar: { extraDaysOff: ['2020-02-29'] },
    })
  })

  it('takes a year that the calendar does not know, and says so', async () => {
    const body = roundOf('far-off', {
      forms: ['ogi-2021'],
      year: 2098,
      opensAt: '2099-01-02T09:00:00+08:00',
      dueAt: '2099-02-01T00:00:00+08:00',
    })
    expect(must(await asCoordinator.call('postRound', { body })).hints).toContainEqual({
      zh: expect.stringContaining('2099 年的节假日安排尚未公布'),
      en: expect.stringContaining('not published yet'),
    })
  })

  it('with an id that is taken is refused, and the round that has it stays', async () => {
    const before = await roundIn('leap-year')
    expect(await asCoordinator.call('postRound', { body: roundOf('leap-year') })).toMatchObject({
      status: 409,
      problem: { code: 'roundExists' },
    })
    expect(await roundIn('leap-year')).toEqual(before)
  })
})

describe('a round', () => {
  const move = (round: string, to: 'openRound' | 'closeRound', version: number) =>
    asCoordinator.call(to, { path: { round }, body: { version } })

  it('is opened once, changed by its last version only, and not published while it is open', async () => {
    const { version } = await openRound(asCoordinator, 'moving')
    const before = await roundIn('moving')
    expect(await move('moving', 'openRound', version - 1)).toMatchObject({ status: 409, problem: { code: 'outdated' } })
    expect(await move('moving', 'openRound', version)).toMatchObject({ status: 409, problem: { code: 'wrongStage' } })
    const stale = { version: version - 1, title: '新标题' }
    expect(await asCoordinator.call('patchRound', { path: { round: 'moving' }, body: stale })).toMatchObject({
      status: 409,
      problem: { code: 'outdated' },
    })
    const past = { version, dueAt: '2020-01-05T00:00:00+08:00' }
    expect(await asCoordinator.call('patchRound', { path: { round: 'moving' }, body: past })).toMatchObject({
      status: 422,
      problem: { code: 'dueMomentPast' },
    })
    expect(await asCoordinator.call('publishReport', { path: { round: 'moving' }, body: {} })).toMatchObject({
      status: 409,
      problem: { code: 'wrongStage' },
    })
    expect(await roundIn('moving')).toEqual(before)
  })

  it('is closed once, and takes nothing then', async () => {
    must(await patch('moving', 0, { [cell]: 1 }))
    const { version } = await roundIn('moving')
    must(await move('moving', 'closeRound', version))
    const [round, before] = [await roundIn('moving'), await returnIn('moving')]
    expect(await move('moving', 'closeRound', version + 1)).toMatchObject({
      status: 409,
      problem: { code: 'wrongStage' },
    })
    const found = await patchText(`{"base":1,"cells":{"${cell}":2}}`, 'moving')
    expect(found).toMatchObject({ status: 409, code: 'roundNotOpen' })
    expect(found.problem.detail).toContain('已关闭')
    expect(await submit('moving', 1)).toMatchObject({ status: 409, problem: { code: 'roundNotOpen' } })
    expect(await roundIn('moving')).toEqual(round)
    expect(await returnIn('moving')).toEqual(before)
  })

  it('that is planned takes nothing yet, and one that is over is not opened', async () => {
    must(await asCoordinator.call('postRound', { body: roundOf('not-yet') }))
    expect(await patch('not-yet', 0, { [cell]: 1 })).toMatchObject({ status: 409, problem: { code: 'roundNotOpen' } })
    const body = roundOf('over', { opensAt: '2019-12-01T00:00:00Z', dueAt: '2019-12-31T00:00:00Z' })
    const { version } = must(await asCoordinator.call('postRound', { body }))
    expect(await move('over', 'openRound', version)).toMatchObject({ status: 422, problem: { code: 'dueMomentPast' } })
    expect((await roundIn('over')).stage).toBe('planned')
  })
})

describe('an extension', () => {
  const dueOf = async () => {
    const { dueAt, why } = must(await asClerk.call('getReturn', { path: place('typing') })).due
    return { dueAt, why }
  }
  it.each([
    ['into the past', { dueAt: '2020-01-03T00:00:00+08:00', reason: '申请' }, 'extensionTooEarly'],
    ['to before the due moment', { dueAt: '2020-01-31T00:00:00+08:00', reason: '申请' }, 'extensionTooEarly'],
    ['to the due moment itself', { dueAt: '2020-02-01T00:00:00+08:00', reason: '申请' }, 'extensionTooEarly'],
    ['for a reason of spaces', { dueAt: '2020-02-05T00:00:00+08:00', reason: '  ' }, 'invalid'],
    ['to no day of the calendar', { dueAt: '2019-02-29T00:00:00+08:00', reason: '申请' }, 'invalid'],
  ])('%s is refused', async (_name, body, code) => {
    const before = await dueOf()
    const found = await inBothLanguages((headers) =>
      office.raw(coordinator, 'PUT', '/rounds/typing/units/sibling/extension', JSON.stringify(body), headers),
    )
    expect(found).toMatchObject({ status: 422, code })
    expect(await dueOf()).toEqual(before)
  })

  it('that was never given cannot be taken back', async () => {
    const { status } = await office.raw(coordinator, 'DELETE', '/rounds/typing/units/sibling/extension')
    expect(status).toBe(404)
  })
})

describe('the tree of units', () => {
  const boss = 'boss@office.example'
  const put = (unit: string, parent: string | undefined, by = boss) => {
    const name = { zh: '某局', en: 'Some bureau' }
    const body = JSON.stringify({ name, shortName: name, ...(parent === undefined ? {} : { parent }) })
    return inBothLanguages((headers) => office.raw(by, 'PUT', `/units/${unit}`, body, headers))
  }
  const places = async () => {
    const ids = ['province', 'city', 'county', 'town', 'sibling', 'other']
    return (await office.units.units(ids)).map(({ id, parent, path, hasBelow }) => ({ id, parent, path, hasBelow }))
  }
  it.each([
    ['under itself', 'sibling', 'sibling', 422, 'unitLoop'],
    ['under its own child', 'city', 'county', 422, 'unitLoop'],
    ['under its grandchild', 'city', 'town', 422, 'unitLoop'],
    ['a new unit under itself', 'newcomer', 'newcomer', 422, 'unitLoop'],
    ['under a unit that does not exist', 'sibling', 'nowhere', 404, 'notFound'],
    ['with units below it somewhere else', 'county', 'other', 409, 'unitHasBelow'],
    ['to a root, with units below it', 'county', undefined, 409, 'unitHasBelow'],
    ['out of an open round', 'sibling', 'province', 409, 'unitInOpenRound'],
    ['to a root out of an open round', 'sibling', undefined, 409, 'unitInOpenRound'],
    ['under a unit of an open round, as its first child', 'newcomer', 'sibling', 409, 'unitInOpenRound'],
  ])('refuses a unit that would stand %s', async (_name, unit, parent, status, code) => {
    const before = await places()
    expect(await put(unit, parent)).toMatchObject({ status, code })
    expect(await places()).toEqual(before)
    expect(await office.units.unit('newcomer')).toBeUndefined()
  })

  it('refuses an id that is none', async () => {
    expect(await put('New.Unit', 'city')).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: 'unit' }] })
    expect(await office.units.unit('New.Unit')).toBeUndefined()
  })

  it('lets nobody but an administrator take a unit out of it', async () => {
    const before = await places()
    expect(await put('sibling', undefined, coordinator)).toMatchObject({ status: 403, code: 'notYours' })
    expect(await places()).toEqual(before)
  })
})

describe('a person', () => {
  const refused = async (more: object, expected: object) => {
    const posts = [{ unit: 'sibling', role: 'reporter' }]
    const body = JSON.stringify({ name: '某人', email: 'someone@office.example', posts, ...more })
    const before = await office.units.peopleOf('sibling')
    const found = await inBothLanguages((headers) => office.raw(coordinator, 'POST', '/people', body, headers))
    expect(found).toMatchObject(expected)
    expect(await office.units.peopleOf('sibling')).toEqual(before)
  }

  it.each([
    ['a header in it', 'a@b.cn\r\nBcc: everyone@b.cn'],
    ['two addresses', 'a@b.cn,c@d.cn'],
    ['a name before it', '某人 <a@b.cn>'],
    ['Chinese letters before the @', '某人@office.example'],
    ['Chinese letters behind the @', 'a@公安.example'],
    ['full-width letters', 'ａ@office.example'],
    ['no @', 'office.example'],
    ['no dot', 'a@office'],
    ['spaces', 'a b@office.example'],
    ['nothing in it', ''],
  ])('with %s as e-mail is refused', async (_name, email) => {
    await refused({ email }, { status: 422, code: 'invalid', errors: [{ path: 'email' }] })
  })

  it('whose address is taken, in whatever case, is refused', async () => {
    await refused({ email: 'Clerk@Office.Example' }, { status: 409, code: 'emailTaken' })
  })

  it('with a name of two lines, no posts or an unknown role is refused', async () => {
    await refused({ name: 'a\r\nTo: b@c.cn' }, { status: 422, code: 'invalid', errors: [{ path: 'name' }] })
    await refused({ posts: [] }, { status: 422, code: 'invalid', errors: [{ path: 'posts' }] })
    const posts = [{ unit: 'sibling', role: 'king' }]
    await refused({ posts }, { status: 422, code: 'invalid', errors: [{ path: 'posts.0.role' }] })
  })
})

describe('a unit that is not ours', () => {
  it('is refused as near, and unknown as far', async () => {
    await openRound(asCoordinator, 'foreign')
    const ask = (path: string) =>
      inBothLanguages((headers) => office.raw(clerk, 'PATCH', path, `{"base":0,"cells":{"${cell}":9}}`, headers))
    expect(await ask('/rounds/foreign/returns/city')).toMatchObject({ status: 403, code: 'notYours' })
    const [sister, stranger, nobody] = [
      await ask('/rounds/foreign/returns/county'),
      await ask('/rounds/foreign/returns/other'),
      await ask('/rounds/foreign/returns/nobody'),
    ]
    for (const one of [sister, stranger, nobody]) expect(one).toMatchObject({ status: 404, code: 'notFound' })
    const asOwner = await asCoordinator.call('getReturn', { path: place('foreign', 'county') })
    expect(must(asOwner).version).toBe(0)
  })
})

describe('the narratives of a report', () => {
  const refused = async (body: object, expected: object) => {
    const report = async () => must(await asCoordinator.call('getReport', { path: { round: 'typing' } }))
    const before = await report()
    const found = await inBothLanguages((headers) =>
      office.raw(coordinator, 'PATCH', '/rounds/typing/report', JSON.stringify(body), headers),
    )
    expect(found).toMatchObject(expected)
    expect(await report()).toEqual(before)
  }

  it('are the only thing of it that is typed, on the last version', async () => {
    await refused({ base: 0, cells: { [cell]: 1 } }, { status: 422, code: 'invalid', errors: [{ cell }] })
    await refused(
      { base: 0, cells: { 'no.text': '' } },
      { status: 422, code: 'invalid', errors: [{ cell: 'no.text' }] },
    )
    await refused({ base: 5, cells: { 'overview.text': 'x' } }, { status: 409, code: 'outdated' })
    await refused({ base: -1, cells: {} }, { status: 422, code: 'invalid', errors: [{ path: 'base' }] })
  })

  it('that are blanked are gone, and no word null is printed for them', async () => {
    const path = { round: 'as-typed' }
    must(await asCoordinator.call('patchReport', { path, body: { base: 0, cells: { 'overview.text': '一' } } }))
    must(await asCoordinator.call('patchReport', { path, body: { base: 1, cells: { 'overview.text': null } } }))
    expect(must(await asCoordinator.call('getReport', { path })).narratives.own).toEqual({})
  })
})
