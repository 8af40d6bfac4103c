import { describe, expect, it } from 'vitest'
import { isIn, owes, queryOf, searched, sorted, viewOf } from './rows-shown.ts'
import type { Row } from './watch-board.ts'

const rowOf = (unit: string, more: Partial<Row> = {}): Row => ({
  unit,
  name: { zh: `${unit}局`, en: `${unit} bureau` },
  stage: 'notStarted',
  due: { dueAt: '2020-02-01T00:00:00+08:00', why: 'round', inWords: '', left: '', isDayOff: false },
  timeliness: 'open',
  revisions: 0,
  timesSentBack: 0,
  openComments: 0,
  reminded: { times: 0 },
  collects: false,
  people: [{ name: '李梅', role: 'reporter', email: 'li@office.example', phone: '0972-861', address: 'ok' }],
  unreachable: false,
  ...more,
})

describe('a row of the board', () => {
  it('is missing until it has handed in', () => {
    expect(
      (['notStarted', 'drafting', 'sentBack', 'submitted', 'accepted'] as const).map((stage) =>
        owes(rowOf('a', { stage })),
      ),
    ).toEqual([true, true, true, false, false])
  })

  it('needs a hand when mail came back, or it owes and nobody can be written to, or is overdue', () => {
    const [person] = rowOf('a').people
    const back = person === undefined ? [] : [{ ...person, address: 'bounced' as const }]
    expect(isIn(rowOf('a', { people: back, stage: 'accepted' }), 'trouble')).toBe(true)
    expect(isIn(rowOf('a', { unreachable: true }), 'trouble')).toBe(true)
    expect(isIn(rowOf('a', { unreachable: true, stage: 'accepted' }), 'trouble')).toBe(false)
    expect(isIn(rowOf('a', { timeliness: 'overdue' }), 'trouble')).toBe(true)
    expect(isIn(rowOf('a'), 'trouble')).toBe(false)
  })

  it('of a unit that collects is not reviewed like a return', () => {
    expect([true, false].map((collects) => isIn(rowOf('a', { stage: 'submitted', collects }), 'toReview'))).toEqual([
      false,
      true,
    ])
  })

  it('is found by unit, person and telephone, in either language', () => {
    expect(['a局', 'a bureau', '李梅', '0972-861'].every((text) => searched(rowOf('a')).includes(text))).toBe(true)
  })
})

describe('the order of the board', () => {
  const rows = [rowOf('b', { failedChecks: 2 }), rowOf('c'), rowOf('a', { failedChecks: 2 })]
  const order = (sort: 'checks' | 'unit' | undefined, descending = false) =>
    sorted(rows, { sort, descending }).map(({ unit }) => unit)

  it('is that of the server until another is chosen, and equal units stay as they come', () => {
    expect(order(undefined)).toEqual(['b', 'c', 'a'])
    expect(order('unit')).toEqual(['a', 'b', 'c'])
    expect(order('checks', true)).toEqual(['b', 'a', 'c'])
  })
})

describe('the address of the board', () => {
  it('brings back the view that it was made of', () => {
    const view = { text: '互助 & 1', state: 'missing', sort: 'due', descending: true } as const
    expect(viewOf(Object.fromEntries(new URLSearchParams(queryOf(view, 'county'))))).toEqual(view)
    expect(queryOf({ text: '', state: undefined, sort: undefined, descending: false }, undefined)).toBe('')
  })

  it('that names what there is not shows everything', () => {
    expect(viewOf({ state: 'constructor', sort: '-toString' })).toMatchObject({ state: undefined, sort: undefined })
  })
})
