/* Rules that no built-in form uses in this way, on a form of three cells. */
import { describe, expect, it } from 'vitest'
import { runChecks } from '../checks.ts'
import { policeSupplement } from '../editions/police-supplement.ts'
import type { Form, Rule } from '../form.ts'
import { words } from '../words.ts'

const tiny = (rule: Rule): Form => ({
  id: 'tiny',
  version: 1,
  title: words('小表', 'Tiny'),
  sections: [
    {
      kind: 'blocks',
      id: 'b',
      title: words('表', 'Table'),
      rowHeader: words('项', 'Item'),
      blocks: [
        {
          article: words('一', 'one'),
          rows: [{ id: 'r', label: words('行', 'Row') }],
          columns: [
            { id: 'n', label: words('数量', 'Count'), kind: 'count' },
            { id: 'm', label: words('金额', 'Amount'), kind: 'money' },
            { id: 't', label: words('说明', 'Note'), kind: 'text' },
          ],
        },
      ],
    },
  ],
  checks: [
    {
      id: 'X',
      ruleId: 'X',
      class: 'C',
      needs: 'own',
      rule,
    },
  ],
})

describe('the rule "required if"', () => {
  const form = tiny({ kind: 'requiredIf', when: ['b.r.n', 'b.r.m'], must: 'b.r.t' })
  it.each([
    ['a count above zero', { 'b.r.n': 3 }, 1],
    ['money above zero', { 'b.r.n': 0, 'b.r.m': '0.01' }, 1],
    ['zero', { 'b.r.n': 0, 'b.r.m': '0.00' }, 0],
    ['blank', {}, 0],
    ['not applicable', { 'b.r.n': { na: '无' } }, 0],
    ['an answer given', { 'b.r.n': 3, 'b.r.t': '原因' }, 0],
    ['an answer that does not apply', { 'b.r.n': 3, 'b.r.t': { na: '无' } }, 0],
  ])('with %s finds what is missing', (_name, cells, findings) => {
    expect(runChecks(form, { cells })).toHaveLength(findings)
  })
})

describe('comparing money', () => {
  const term = (cell: string, sign: 1 | -1 = 1) => ({ cell, sign, year: 'this' }) as const
  it('is exact, by value and not by text', () => {
    const form = tiny({ kind: 'equal', left: [term('b.r.m')], right: [term('b.r.n')] })
    expect(runChecks(form, { cells: { 'b.r.m': '3.00', 'b.r.n': 3 } })).toEqual([])
    expect(runChecks(form, { cells: { 'b.r.m': '3.000001', 'b.r.n': 3 } })).toMatchObject([{ left: '3.000001' }])
  })

  it('takes away exactly', () => {
    const form = tiny({ kind: 'atMost', left: [term('b.r.n'), term('b.r.m', -1)], right: [term('b.r.n')] })
    expect(runChecks(form, { cells: { 'b.r.m': '0.1', 'b.r.n': 3 } })).toEqual([])
  })
})

describe('the length of a text', () => {
  const form = tiny({ kind: 'lengthAtMost', cell: 'b.r.t', characters: 5 })
  it('does not count spaces and line ends, and counts a character of two halves once', () => {
    expect(runChecks(form, { cells: { 'b.r.t': '一 二\n三　四 五' } })).toEqual([])
    expect(runChecks(form, { cells: { 'b.r.t': '😀😀😀😀😀' } })).toEqual([])
    expect(runChecks(form, { cells: { 'b.r.t': '一二三四五六' } })).toMatchObject([{ left: '6', right: '5' }])
  })
})

describe('a list', () => {
  it.each([
    ['says there are none above a row', { 'accounts.none': true, 'accounts.r1.name': '海东公安' }, ['accounts.none']],
    ['says there are none', { 'accounts.none': true }, []],
    ['has a row', { 'accounts.none': false, 'accounts.r1.name': '海东公安' }, []],
  ])('that %s is told so where both stand', (_name, cells, where) => {
    const found = runChecks(policeSupplement, { cells }).filter(({ check }) => check === 'R9.accounts')
    expect(found.map((finding) => [finding.class, ...finding.cells])).toEqual(where.map((cell) => ['A', cell]))
  })
})
