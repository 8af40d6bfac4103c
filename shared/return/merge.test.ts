import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cells, type CellValue, sameValue } from '../form/cells.ts'
import { instant } from '../time.ts'
import { cellsOf, type Draft, type Mark, type Merge, mergeCells } from './merge.ts'
import type { Actor } from './return.ts'

const li: Actor = { id: 'p-li', name: '李' }
const wang: Actor = { id: 'p-wang', name: '王' }
const morning = instant('2020-01-10T09:00:00+08:00')
const noon = instant('2020-01-10T12:00:00+08:00')

const markOf = (v: CellValue, given: Partial<Mark> = {}): Mark => ({ v, n: 1, by: li, at: morning, ...given })

/** 王 sends at noon, as version 5, having seen version 4; `accounts.r1` is a list row. */
const merged = (given: {
  readonly draft?: Draft
  readonly base?: number
  readonly sent?: Cells
  readonly mark?: Partial<Omit<Mark, 'v'>>
}): Merge =>
  mergeCells({
    draft: given.draft ?? {},
    base: given.base ?? 4,
    sent: given.sent ?? {},
    mark: { n: 5, by: wang, at: noon, ...given.mark },
    isRow: (address) => /^accounts\.r\d+$/.test(address),
  })

describe('the cells of a draft', () => {
  it('are its values without the blanks', () => {
    const draft = { a: markOf(0), b: markOf(null), c: markOf(false), d: markOf({ na: '无此项' }) }
    expect(cellsOf(draft)).toEqual({ a: 0, c: false, d: { na: '无此项' } })
  })
})

describe('merging what somebody sends', () => {
  it('names a cell that was changed since to another value, with both values, who and when', () => {
    expect(merged({ draft: { a: markOf(3, { n: 5 }) }, sent: { a: 4 } })).toEqual({
      changed: {},
      stale: [{ cell: 'a', theirs: 3, yours: 4, who: li, when: morning }],
    })
  })

  it('names a cell that was blanked since', () => {
    const { stale } = merged({ draft: { a: markOf(null, { n: 5 }) }, sent: { a: 4 } })
    expect(stale).toMatchObject([{ cell: 'a', theirs: null, yours: 4 }])
  })

  it('saves the other cells of the same request', () => {
    const { changed, stale } = merged({ draft: { a: markOf(3, { n: 5 }) }, sent: { a: 4, b: 1 } })
    expect([Object.keys(changed), stale.map(({ cell }) => cell)]).toEqual([['b'], ['a']])
  })

  it('changes a cell that the sender has seen as it is', () => {
    const { changed, stale } = merged({ draft: { a: markOf(3, { n: 4 }) }, sent: { a: 4 } })
    expect(stale).toEqual([])
    expect(changed).toEqual({ a: { v: 4, n: 5, by: wang, at: noon } })
  })

  it('fills a cell that nobody has filled, whatever the base', () => {
    expect(merged({ base: 0, sent: { a: 0 } }).changed).toEqual({ a: { v: 0, n: 5, by: wang, at: noon } })
  })

  it('is no conflict and no change where the cell already says the same, though changed since', () => {
    expect(merged({ draft: { a: markOf(3, { n: 5 }) }, sent: { a: 3 } })).toEqual({ changed: {}, stale: [] })
  })

  it('leaves the mark of one click in place when the same value is sent by hand', () => {
    expect(merged({ draft: { a: markOf(0, { how: 'zero' }) }, sent: { a: 0 } }).changed).toEqual({})
  })

  it('tells zero from blank and both from not applicable', () => {
    const draft = { a: markOf(0), b: markOf({ na: '无' }), c: markOf({ na: '无' }) }
    const { changed } = merged({ draft, sent: { a: null, b: null, c: { na: '无此业务' } } })
    expect(Object.keys(changed)).toEqual(['a', 'b', 'c'])
  })

  it('does not remember a blank for a cell that was never filled', () => {
    expect(merged({ sent: { a: null } })).toEqual({ changed: {}, stale: [] })
  })

  it('records that one click filled a cell', () => {
    expect(merged({ sent: { a: 0 }, mark: { how: 'zero' } }).changed['a']?.how).toBe('zero')
  })
})

describe('removing a list row', () => {
  const draft = {
    'accounts.r1.name': markOf('乐都发布'),
    'accounts.r1.platform': markOf('微信'),
    'accounts.r10.name': markOf('平安乐都'),
  }

  it('blanks every cell of that row and of no other', () => {
    const { changed } = merged({ draft, sent: { 'accounts.r1': null } })
    expect(Object.entries(changed).map(([cell, { v }]) => [cell, v])).toEqual([
      ['accounts.r1.name', null],
      ['accounts.r1.platform', null],
    ])
  })

  it('leaves marks behind, so that an older copy cannot bring half of the row back', () => {
    const removed = { ...draft, ...merged({ draft, sent: { 'accounts.r1': null } }).changed }
    const again = merged({ draft: removed, base: 4, sent: { 'accounts.r1.name': '乐都政务' }, mark: { n: 6, by: li } })
    expect(again.changed).toEqual({})
    expect(again.stale).toMatchObject([{ cell: 'accounts.r1.name', theirs: null, yours: '乐都政务' }])
  })

  it('leaves alone a cell of it that a colleague has changed since', () => {
    const typed = { ...draft, 'accounts.r1.name': markOf('乐都政务', { n: 5 }) }
    const { changed, stale } = merged({ draft: typed, sent: { 'accounts.r1': null } })
    expect(Object.keys(changed)).toEqual(['accounts.r1.platform'])
    expect(stale).toMatchObject([{ cell: 'accounts.r1.name', yours: null }])
  })

  it('of a row that nobody knows changes nothing', () => {
    expect(merged({ draft, sent: { 'accounts.r2': null } })).toEqual({ changed: {}, stale: [] })
  })
})

describe('any two people in one return', () => {
  const names = ['a', 'b', 'c', 'd', 'e'] as const
  const value = fc.constantFrom<CellValue>(0, 1, 2, null, '1', { na: '无' }, { na: '无此项' })
  const sent = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 })
  /** Who sends what, having last looked how many versions ago. */
  const edits = fc.array(fc.record({ who: fc.constantFrom(li, wang), sent, behind: fc.nat({ max: 4 }) }), {
    maxLength: 12,
  })

  interface Step {
    readonly before: Draft
    readonly base: number
    readonly sent: Cells
    readonly by: Actor
    readonly merge: Merge
    readonly after: Draft
  }

  const played = (all: readonly { who: Actor; sent: Cells; behind: number }[]): readonly Step[] => {
    const steps: Step[] = []
    let draft: Draft = {}
    for (const [version, { who, sent: cells, behind }] of all.entries()) {
      const base = Math.max(0, version - behind)
      const merge = merged({ draft, base, sent: cells, mark: { n: version + 1, by: who } })
      const after = { ...draft, ...merge.changed }
      steps.push({ before: draft, base, sent: cells, by: who, merge, after })
      draft = after
    }
    return steps
  }
  const valueIn = (draft: Draft, cell: string): CellValue => draft[cell]?.v ?? null
  /** As the draft stood when a version was seen. */
  const draftAt = (steps: readonly Step[], version: number): Draft => steps[version - 1]?.after ?? {}

  it('lose no edit of a cell that nobody else has touched since', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const steps = played(all)
        for (const { base, before, sent: cells, after } of steps)
          for (const [cell, own] of Object.entries(cells)) {
            const seen = draftAt(steps, base)
            if ((seen[cell]?.n ?? 0) === (before[cell]?.n ?? 0)) expect(valueIn(after, cell)).toEqual(own)
          }
      }),
    )
  })

  it('overwrite nothing that the sender has not seen', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const steps = played(all)
        for (const { base, before, after } of steps)
          for (const cell of names)
            if ((before[cell]?.n ?? 0) > base) expect(valueIn(after, cell)).toEqual(valueIn(before, cell))
      }),
    )
  })

  it('are told of exactly the cells changed since to another value', () => {
    fc.assert(
      fc.property(edits, (all) => {
        for (const { base, before, sent: cells, merge } of played(all)) {
          const expected = Object.entries(cells)
            .filter(([cell, own]) => (before[cell]?.n ?? 0) > base && !sameValue(before[cell]?.v, own))
            .map(([cell, own]) => ({ cell, yours: own, theirs: before[cell]?.v, who: before[cell]?.by, when: noon }))
          expect(merge.stale).toEqual(expected)
        }
      }),
    )
  })

  it('change no cell that was not sent', () => {
    fc.assert(
      fc.property(edits, (all) => {
        for (const { sent: cells, merge } of played(all))
          expect(Object.keys(cells)).toEqual(expect.arrayContaining(Object.keys(merge.changed)))
      }),
    )
  })

  it('may send the same again when an answer is lost', () => {
    fc.assert(
      fc.property(edits, (all) => {
        for (const [index, { base, sent: cells, by, merge, after }] of played(all).entries()) {
          const again = merged({ draft: after, base, sent: cells, mark: { n: index + 2, by } })
          expect(again).toEqual({ changed: {}, stale: merge.stale })
        }
      }),
    )
  })
})
