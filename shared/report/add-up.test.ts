import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinForms } from '../form/forms.ts'
import { instant } from '../time.ts'
import { asMember, doubledUnits, reportOf } from './add-up.ts'
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
const report = (members: readonly Figures[], version = 1, missing = 0) =>
  reportOf({
    form: joinForms(['ogi-2019']),
    round: 'haidong-2019',
    unit: '630200',
    version,
    members,
    missing,
    hash: sayItself,
  })
const below = (unit: string, more: Partial<Figures> = {}) => member(unit, { scope: 'below', unitsIn: 3, ...more })
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

  it('counts a unit that stands among its members twice by both, as long as its report does not hold its own return', () => {
    const members = [member('a'), below('a', { unitsMissing: 2 })]
    expect(doubledUnits(members)).toEqual([])
    expect(report(members)).toMatchObject({ figures: { [penalties]: 2 }, unitsIn: 4, unitsMissing: 1 })
  })

  it('counts a unit once where its report holds its own return, and names it', () => {
    const members = [member('a'), below('a', { holdsOwn: true })]
    expect(doubledUnits(members)).toEqual(['a'])
    expect(report(members)).toMatchObject({ figures: { [penalties]: 1 }, unitsIn: 3 })
  })

  it('says as a member whether it holds the own return of its unit', () => {
    expect(asMember(report([member('630200')])).holdsOwn).toBe(true)
    expect(asMember(report([member('630202')]))).not.toHaveProperty('holdsOwn')
  })

  it('counts who is missing, late and not reviewed at every level', () => {
    const members = [
      member('a', { timeliness: 'late' }),
      member('b', { state: 'provisional' }),
      below('c', { unitsMissing: 4, unitsLate: 2, unitsProvisional: 1 }),
      below('d', { unitsIn: 0, unitsMissing: 5, state: 'provisional' }),
    ]
    const all = report(members, 1, 3)
    expect(all).toMatchObject({ unitsIn: 5, unitsMissing: 12, unitsLate: 3, unitsProvisional: 2 })
    expect(all.members.map(({ unit }) => unit)).toEqual(['a', 'b', 'c'])
    expect(all.hash).not.toBe(report(members, 1, 2).hash)
    expect(asMember(all)).toMatchObject({ unitsIn: 5, unitsMissing: 12, unitsLate: 3, unitsProvisional: 2 })
  })

  it('is not provisional for a report below that has nothing yet', () => {
    expect(report([member('a'), below('d', { unitsIn: 0, state: 'provisional' })]).provisional).toBe(false)
  })

  it('over nobody is empty and final', () => {
    expect(report([])).toMatchObject({ members: [], unitsIn: 0, provisional: false })
  })
})
