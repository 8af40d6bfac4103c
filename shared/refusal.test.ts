import { describe, expect, it } from 'vitest'
import { ok, type RefusalCode, refusals, refuse } from './refusal.ts'

/** Every detail that any sentence asks for, each told from all words around it. */
const details = {
  why: 'WHY',
  person: 'PERSON',
  done: 111,
  findings: 2,
  outliers: 1,
  left: 112,
  email: 'li@example.gov.cn',
  what: 'WHAT',
  limit: '1 MB',
  count: 103,
  base: 109,
  version: 108,
  sent: 107,
  current: 106,
  round: '2019年度报告',
  stage: 'STAGE',
  cells: 105,
  move: 'MOVE',
  unit: 'UNIT',
  year: '2018',
  parent: 'PARENT',
  dueAt: { zh: '2020年1月31日（星期五）24:00', en: 'Friday 31 January 2020, 24:00' },
  correlation: 'CORRELATION',
  zh: 'WHY.',
  en: 'WHY.',
}

const sentences = Object.entries(refusals).map(([code, { say }]) => [code, say(details)] as const)
const withStatus = (status: number) =>
  Object.entries(refusals).flatMap(([code, entry]) => (entry.status === status ? [code] : []))

describe('the catalogue of refusals', () => {
  it.each(sentences)('says %s in one whole Chinese sentence without alarm', (_, { zh }) => {
    expect(zh).toMatch(/^[^!！]+。$/)
    expect(zh).toMatch(/[\u4e00-\u9fff]/)
  })

  it.each(sentences)('says %s in one whole English sentence without alarm', (_, { en }) => {
    expect(en).toMatch(/^[^!！]+\.$/)
    expect(en.replace(details.round, '')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it.each(sentences)('leaves nothing unsaid in %s', (_, { zh, en }) => {
    expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\[object/)
  })

  it('names the same facts in both languages', () => {
    const shown = (text: string) => Object.values(details).filter((detail) => text.includes(String(detail)))
    const unequal = sentences.filter(([, { zh, en }]) => shown(zh).join() !== shown(en).join())
    expect(unequal.map(([code]) => code)).toEqual([])
  })

  it('has a sentence of its own for every code', () => {
    expect(new Set(sentences.map(([, { zh }]) => zh)).size).toBe(sentences.length)
  })

  it('answers only with the statuses of the contract', () => {
    const statuses = new Set(Object.values(refusals).map(({ status }) => status))
    expect([...statuses].toSorted()).toEqual([400, 401, 403, 404, 409, 413, 422, 500, 503])
  })

  it.each<[number, readonly RefusalCode[]]>([
    [400, ['unreadable']],
    [401, ['notSignedIn']],
    [403, ['notAMember', 'notYours']],
    [404, ['notFound', 'notAParticipant', 'noLastYear']],
    [413, ['tooLarge']],
    [422, ['invalid', 'checksFailed', 'workbookRefused', 'dueMomentPast', 'extensionTooEarly', 'unitLoop']],
    [500, ['internal']],
    [503, ['signInUnchecked', 'importBrokenOff']],
  ])('answers %i for these and no others; what conflicts with what is stored is 409', (status, codes) => {
    expect(withStatus(status)).toEqual(codes)
  })
})

describe('refusing', () => {
  it('takes status and sentence from the catalogue', () => {
    expect(refuse('checksFailed', { count: 2 })).toEqual({
      ok: false,
      refusal: { code: 'checksFailed', status: 422, detail: refusals.checksFailed.say({ count: 2 }) },
    })
  })

  it('carries what is wrong, where, and the facts beside the sentence', () => {
    const errors = [{ cell: 'table.r1.a', message: { zh: '不是整数。', en: 'Not a whole number.' } }]
    const { refusal } = refuse('invalid', { count: 1 }, { errors, facts: { version: 7 } })
    expect(refusal).toMatchObject({ errors, facts: { version: 7 } })
  })

  it('says nothing of errors where there are none', () => {
    expect(Object.keys(refuse('busy', undefined).refusal)).toEqual(['code', 'status', 'detail'])
  })
})

describe('a result', () => {
  it('that is right holds its value', () => {
    expect(ok(7)).toEqual({ ok: true, value: 7 })
  })
})
