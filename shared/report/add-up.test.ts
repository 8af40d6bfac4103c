import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinForms } from '../form/forms.ts'
import { instant } from '../time.ts'
import { reportOf } from './add-up.ts'
import type { Figures } from './report.ts'

const penalties = 'proactive.penalties.decisions'
const member = (unit: string, more: Partial<Figures> = {}): Figures => ({
  unit,
  scope: 'own',
  state: 'accepted',
  cells: { [penalties]: 1 },
  lists: {},
  revision: 1,
  hash: `hash of ${unit}`,
  unitsIn: 1,
  ...more,
})
const sayItself = (text: string): string => text
const report = (members: readonly Figures[], version = 1) =>
  reportOf({ form: joinForms(['ogi-2019']), round: 'haidong-2019', unit: '630200', version, members, hash: sayItself })
const cast = ['630200', '630202', '630203', '630222'].map((unit, index) =>
  member(unit, { cells: { [penalties]: index } }),
)

describe('a report', () => {
  it('adds what people filled in', () => {
    expect(report(cast).figures[penalties]).toBe(0 + 1 + 2 + 3)
  })

  it('computes totals again and does not add those it was sent', () => {
    const cells = {
      'disputes.directSuit.upheld': 2,
      'disputes.directSuit.corrected': 2,
      'disputes.directSuit.total': 99,
    }
    expect(report([member('a', { cells }), member('b', { cells })]).figures['disputes.directSuit.total']).toBe(8)
  })

  it('names its members without their cells, sorted', () => {
    const { members } = report([...cast].reverse())
    expect(members.map(({ unit }) => unit)).toEqual(['630200', '630202', '630203', '630222'])
    expect(members[0]).not.toHaveProperty('cells')
    expect(members[0]).not.toHaveProperty('lists')
    expect(members[0]).toMatchObject({ hash: 'hash of 630200', revision: 1 })
  })

  it('counts the units in it, those below a middle unit included', () => {
    expect(report([member('a'), member('b', { scope: 'below', unitsIn: 5 })]).unitsIn).toBe(6)
  })

  it('is provisional as soon as one member is', () => {
    expect(report(cast).provisional).toBe(false)
    expect(report([...cast, member('z', { state: 'provisional' })]).provisional).toBe(true)
  })

  it('is the same for its members in any order', () => {
    const text = JSON.stringify(report(cast))
    fc.assert(
      fc.property(fc.shuffledSubarray([...cast], { minLength: cast.length }), (members) => {
        expect(JSON.stringify(report(members))).toBe(text)
      }),
      { numRuns: 24 },
    )
  })

  it('has the same hash however often it was rolled up, and another when a cell or a revision changes', () => {
    expect(report(cast, 7).hash).toBe(report(cast, 8).hash)
    const [first, ...rest] = cast
    if (!first) throw new Error('no cast')
    expect(report([{ ...first, cells: { [penalties]: 9 } }, ...rest]).hash).not.toBe(report(cast).hash)
    expect(report([{ ...first, hash: 'rewritten' }, ...rest]).hash).not.toBe(report(cast).hash)
    const at = instant('2020-01-20T14:02:00+08:00')
    expect(report([{ ...first, submittedAt: at }, ...rest]).hash).not.toBe(report(cast).hash)
  })

  it('refuses a unit that stands among its members twice', () => {
    expect(() => report([member('a'), member('a', { scope: 'below', unitsIn: 3 })])).toThrow(RangeError)
  })

  it('over nobody is empty and final', () => {
    expect(report([])).toMatchObject({ members: [], unitsIn: 0, provisional: false })
  })
})
