import { describe, expect, it } from 'vitest'
import type { Cells } from '../form/cells.ts'
import { policeSupplement } from '../form/editions/police-supplement.ts'
import type { Finding } from '../form/finding.ts'
import type { Check, CheckClass, Form } from '../form/form.ts'
import { words } from '../form/words.ts'
import { assess } from './assess.ts'
import { unsettled } from './unsettled.ts'

const checkWith = (given: Pick<Check, 'id' | 'rule'> & Partial<Check>): Check => ({
  ruleId: 'R1',
  class: 'A',
  needs: 'own',
  ...given,
})

const atMost = (id: string, given: Partial<Check> = {}): Check =>
  checkWith({
    id,
    rule: {
      kind: 'atMost',
      left: [{ cell: 'table.r1.a', sign: 1, year: 'this' }],
      right: [{ cell: 'table.r1.b', sign: 1, year: 'this' }],
    },
    ...given,
  })

/** A narrative, a table of one row with a sum, and a list; checks as given. */
const formWith = (...checks: readonly Check[]): Form => ({
  id: 'small',
  version: 1,
  title: words('小表', 'small form'),
  sections: [
    { kind: 'narrative', id: 'overview', title: words('概述', 'overview') },
    {
      kind: 'matrix',
      id: 'table',
      title: words('表', 'table'),
      layout: 'rows',
      rows: [{ id: 'r1', label: words('行', 'row') }],
      columns: [
        { id: 'a', label: words('甲', 'a'), kind: 'count' },
        { id: 'b', label: words('乙', 'b'), kind: 'count' },
        { id: 'sum', label: words('计', 'sum'), kind: 'count', computed: { sumOf: ['a', 'b'] } },
      ],
      rowGroups: [],
      columnGroups: [],
    },
    {
      kind: 'list',
      id: 'accounts',
      title: words('账号', 'accounts'),
      columns: [{ id: 'name', label: words('名称', 'name'), kind: 'text' }],
    },
  ],
  checks,
})

const assessed = (
  cells: Cells,
  form = formWith(),
  context: Partial<Parameters<typeof assess>[2]> = {},
): ReturnType<typeof assess> => assess(form, cells, { extraChecks: [], ...context })

const found = (given: ReturnType<typeof assess>) => given.findings.map(({ check }) => check)

describe('assessing a draft', () => {
  it('counts what people fill in, a list as one, and no computed cell', () => {
    expect(assessed({})).toMatchObject({ filled: 0, total: 4, blanks: { overview: 1, table: 2, accounts: 1 } })
  })

  it('counts zero and not applicable as filled', () => {
    expect(assessed({ 'table.r1.a': 0, 'table.r1.b': { na: '无此项' } })).toMatchObject({ filled: 2 })
  })

  it('counts a list that says there are none', () => {
    expect(assessed({ 'accounts.none': true }).blanks).toEqual({ overview: 1, table: 2 })
  })

  it('counts a list with a row', () => {
    expect(assessed({ 'accounts.r1.name': '乐都发布' }).blanks).toEqual({ overview: 1, table: 2 })
  })

  it('does not count a list whose mark for none was taken off', () => {
    expect(assessed({ 'accounts.none': false }).blanks['accounts']).toBe(1)
  })

  it('has no blanks when all is filled', () => {
    const whole = { 'overview.text': '概述', 'table.r1.a': 1, 'table.r1.b': 2, 'accounts.none': true }
    expect(assessed(whole)).toMatchObject({ filled: 4, total: 4, blanks: {} })
  })

  it('computes what is computed and names the cells with a blank operand', () => {
    expect(assessed({ 'table.r1.a': 1, 'table.r1.b': 2 })).toMatchObject({
      computed: { 'table.r1.sum': 3 },
      incomplete: [],
    })
    expect(assessed({ 'table.r1.a': 1 }).incomplete).toEqual(['table.r1.sum'])
  })

  it('runs the checks of the form', () => {
    const form = formWith(atMost('R1.table'))
    expect(found(assessed({ 'table.r1.a': 2, 'table.r1.b': 1 }, form))).toEqual(['R1.table'])
    expect(found(assessed({ 'table.r1.a': 1, 'table.r1.b': 2 }, form))).toEqual([])
  })

  it('runs a check that is off by default only where the round turned it on', () => {
    const form = formWith(atMost('R7x.table', { ruleId: 'R7x', offByDefault: true }))
    const cells = { 'table.r1.a': 2, 'table.r1.b': 1 }
    expect(found(assessed(cells, form))).toEqual([])
    expect(found(assessed(cells, form, { extraChecks: ['R7x'] }))).toEqual(['R7x.table'])
  })

  it('compares with last year where last year is known', () => {
    const cell = 'publications.wechat.published'
    const rule: Check['rule'] = {
      kind: 'equal',
      left: [{ cell, sign: 1, year: 'this' }],
      right: [{ cell, sign: 1, year: 'last' }],
    }
    const form = { ...policeSupplement, checks: [checkWith({ id: 'R5', class: 'B', needs: 'lastYear', rule })] }
    const lastYear = { cells: { [cell]: 7 }, form: 'police-supplement' }
    expect(found(assessed({ [cell]: 1 }, form))).toEqual([])
    expect(found(assessed({ [cell]: 1 }, form, { lastYear }))).toEqual(['R5'])
  })

  it('leaks nothing of the other units: their checks wait for the report', () => {
    const form = formWith(atMost('R10', { needs: 'otherUnits' }))
    expect(found(assessed({ 'table.r1.a': 2, 'table.r1.b': 1 }, form))).toEqual([])
  })
})

describe('what stands in the way of handing in', () => {
  const findingOf = (given: CheckClass, key = 'R1|a=1'): Finding => ({
    check: 'R1',
    ruleId: 'R1',
    class: given,
    cells: ['a'],
    message: words('不符', 'differs'),
    key,
  })
  const stands = (given: CheckClass, reason?: string) => unsettled([findingOf(given)], () => reason).length === 1

  it.each<[CheckClass, string | undefined, boolean]>([
    ['A', undefined, true],
    ['A', '机构合并后数据口径已调整', true],
    ['B', undefined, true],
    ['B', ' \n　', true],
    ['B', '并', false],
    ['C', undefined, true],
    ['C', '机构合并了', true],
    ['C', ' 机构合并了 ', true],
    ['C', '机构已经合并', false],
    ['D', undefined, false],
  ])('for class %s with the reason %j is %s', (given, reason, expected) => {
    expect(stands(given, reason)).toBe(expected)
  })

  it('counts characters as people do', () => {
    expect(stands('C', '𠮷𠮷𠮷')).toBe(true)
  })

  it('asks for the reason of the very finding', () => {
    const reasons = new Map([['R1|a=1', '机构已经合并']])
    const both = [findingOf('B', 'R1|a=1'), findingOf('B', 'R1|a=2')]
    expect(unsettled(both, (key) => reasons.get(key)).map(({ key }) => key)).toEqual(['R1|a=2'])
  })
})
