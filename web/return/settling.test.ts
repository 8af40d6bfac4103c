import { describe, expect, it } from 'vitest'
import type { ShownFinding } from './open-return.ts'
import { findingsIn, mistakesIn, sorted, withBlanksOfRows } from './settling.ts'

const finding = (more: Partial<ShownFinding>): ShownFinding => ({
  check: 'R1.naturalPerson',
  ruleId: 'R1',
  class: 'A',
  cells: ['requests.received.naturalPerson'],
  message: { zh: '不符', en: 'wrong' },
  key: 'key',
  ...more,
})

describe('findings of a section', () => {
  const across = finding({ cells: ['overview.text', 'requests.received.total'] })

  it('are those with a cell in it', () => {
    expect(findingsIn([across], 'overview')).toEqual([across])
    expect(findingsIn([across], 'requests')).toEqual([across])
    expect(findingsIn([across], 'disputes')).toEqual([])
  })

  it('are not those of a section whose name begins alike', () => {
    expect(findingsIn([across], 'over')).toEqual([])
  })

  it('are all where no section is named', () => {
    expect(findingsIn([across], undefined)).toEqual([across])
  })
})

describe('sorting findings', () => {
  it('asks for a reason of six characters in class C and of any length in class B', () => {
    const short = finding({ class: 'C', reason: '属实' })
    const long = finding({ class: 'C', reason: '已逐件核对' + '属实' })
    const any = finding({ class: 'B', reason: '对' })
    expect(sorted([long, short, any])).toEqual({
      wrong: [],
      asking: [long, short, any],
      toExplain: [short],
      explained: [long, any],
      hints: [],
    })
  })

  it('takes no reason for class A and asks for none in class D', () => {
    const wrong = finding({ reason: '已逐件核对属实' })
    const hint = finding({ class: 'D' })
    expect(sorted([wrong, hint])).toEqual({ wrong: [wrong], asking: [], toExplain: [], explained: [], hints: [hint] })
  })
})

describe('what is wrong in a section', () => {
  const all = [finding({}), finding({ ruleId: 'R17' }), finding({ cells: ['overview.text'] })]
  const wrong = (filled: number) => mistakesIn(all, 'requests', { filled, total: 3 }).map(({ ruleId }) => ruleId)

  it('leaves blank cells apart while the section counts some', () => {
    expect(wrong(2)).toEqual(['R1'])
  })

  it('names them where the section counts none', () => {
    expect(wrong(3)).toEqual(['R1', 'R17'])
  })
})

describe('how far a list is', () => {
  const blank = (...cells: readonly string[]) => finding({ ruleId: 'R17', cells })
  const far = (filled: number, ...findings: readonly ShownFinding[]) =>
    withBlanksOfRows('accounts', { filled, total: 1 }, findings)

  it('counts what is blank in its rows besides', () => {
    const found = [blank('accounts.r1.name', 'accounts.r2.platform'), blank('overview.text'), finding({})]
    expect(far(1, ...found)).toEqual({ filled: 1, total: 3 })
    expect(far(1)).toEqual({ filled: 1, total: 1 })
  })

  it('is nothing yet while it has no row', () => {
    expect(far(0, blank('accounts.none'))).toEqual({ filled: 0, total: 1 })
  })

  it('leaves tables alone, which count their cells themselves', () => {
    const cells = ['requests.received.naturalPerson', 'requests.received.enterprise']
    expect(withBlanksOfRows('requests', { filled: 2, total: 4 }, [blank(...cells)])).toEqual({ filled: 2, total: 4 })
  })
})
