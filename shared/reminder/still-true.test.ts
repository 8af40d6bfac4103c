import { describe, expect, it } from 'vitest'
import type { ReturnStage } from '../return/return.ts'
import { instant, localDate } from '../time.ts'
import type { ClockKind, Letter, LetterFacts, LetterKind } from './letter.ts'
import { isStillTrue, type Present, stillOwes, type UnitNow } from './still-true.ts'

const dueAt = instant('2020-01-31T16:00:00Z')
const later = instant('2020-02-05T16:00:00Z')
const sentBackAt = instant('2020-01-20T03:00:00Z')

const letter = (kind: LetterKind, units: readonly string[] = ['ledu'], due = dueAt): Letter => {
  const facts: LetterFacts = {
    key: 'key',
    round: 'haidong-2019',
    roundTitle: '年度报告',
    year: 2019,
    to: { personId: 'p', name: '李', email: 'p@example.cn', language: 'zh', role: 'reporter' },
    units: units.map((unit) => ({ unit, name: { zh: unit, en: unit }, dueAt: due, dueWhy: 'round' as const })),
    zone: 'Asia/Shanghai',
    createdAt: instant('2020-01-21T01:00:00Z'),
  }
  return { ...facts, ...kind }
}
const before: ClockKind = { kind: 'reminder', step: 'before3', timing: 'before' }
const overdue: LetterKind = { kind: 'reminder', step: 'overdue1', timing: 'overdue' }
const correction = { kind: 'sentBack' as const, revision: 1, at: sentBackAt, dueAt: later }
const sentBack: LetterKind = {
  kind: 'sentBack',
  correction: { reason: '不符', revision: 1, at: sentBackAt, commentCount: 0 },
}
const extended: LetterKind = { kind: 'extended', reason: '断网', dueBefore: dueAt }

const unit = (change: Partial<UnitNow> = {}): UnitNow => ({ dueAt, revisions: 0, ...change })
const present = (units: Record<string, UnitNow>, change: Partial<Present> = {}): Present => ({
  now: instant('2020-01-21T01:05:00Z'),
  round: 'open',
  edition: 1,
  units,
  ...change,
})
const because = (one: Letter, at: Present) => {
  const judged = isStillTrue(one, at)
  return judged.isTrue ? undefined : judged.because
}

describe('owing a return', () => {
  it('ends with handing it in and begins again with sending it back', () => {
    const stages: readonly (ReturnStage | undefined)[] = [undefined, 'drafting', 'submitted', 'sentBack', 'accepted']
    expect(stages.map(stillOwes)).toEqual([true, true, false, true, false])
  })
})

describe('a reminder at delivery', () => {
  it('is true of a unit that still owes', () => {
    expect(isStillTrue(letter(before), present({ ledu: unit() }))).toEqual({ isTrue: true, letter: letter(before) })
  })
  it('is superseded when the unit handed in meanwhile', () => {
    expect(because(letter(before), present({ ledu: unit({ stage: 'submitted', revisions: 1 }) }))).toBe('handedIn')
  })
  it('is superseded when the due moment moved', () => {
    expect(because(letter(before), present({ ledu: unit({ dueAt: later }) }))).toBe('dueMoved')
  })
  it('is superseded when the due moment has passed, unless it says overdue', () => {
    const after = present({ ledu: unit() }, { now: dueAt })
    expect(because(letter(before), after)).toBe('duePassed')
    expect(because(letter(overdue), after)).toBeUndefined()
  })
  it('is superseded when the unit is gone', () => {
    expect(because(letter(before), present({}))).toBe('unitGone')
  })
  it('is superseded when the round is closed, but not for a return open for correction', () => {
    const closed = (change: Partial<UnitNow>) => present({ ledu: unit(change) }, { round: 'closed' })
    expect(because(letter(before), closed({}))).toBe('roundClosed')
    const reopened = closed({ stage: 'drafting', dueAt: later, correction: { ...correction, kind: 'reopened' } })
    expect(because(letter(before, ['ledu'], later), reopened)).toBeUndefined()
  })
  it('is narrowed to the units that still owe', () => {
    const judged = isStillTrue(
      letter(before, ['ledu', 'pingan']),
      present({ ledu: unit({ stage: 'accepted', revisions: 1 }), pingan: unit({ stage: 'drafting' }) }),
    )
    expect(judged.isTrue && judged.letter.units.map((one) => one.unit)).toEqual(['pingan'])
  })
})

describe('a sent-back letter at delivery', () => {
  const now = (change: Partial<UnitNow>) => present({ ledu: unit({ revisions: 1, correction, ...change }) })
  it('is true while that correction is open', () => {
    expect(because(letter(sentBack), now({ stage: 'sentBack' }))).toBeUndefined()
    expect(because(letter(sentBack), now({ stage: 'drafting' }))).toBeUndefined()
  })
  it('is superseded once the unit submitted again', () => {
    expect(because(letter(sentBack), now({ stage: 'submitted', revisions: 2 }))).toBe('correctionOver')
  })
  it('is superseded by a later correction', () => {
    for (const second of [
      { ...correction, revision: 2 },
      { ...correction, at: later },
    ])
      expect(because(letter(sentBack), now({ stage: 'sentBack', correction: second }))).toBe('correctionOver')
  })
  it('is not taken for a reopening', () => {
    const reopened = { ...correction, kind: 'reopened' as const }
    expect(because(letter(sentBack), now({ stage: 'drafting', correction: reopened }))).toBe('correctionOver')
  })
})

describe('an extension letter at delivery', () => {
  it('is true while that extension stands', () => {
    const one = letter(extended, ['ledu'], later)
    const inAlready = unit({ stage: 'submitted', revisions: 1, extension: { dueAt: later } })
    expect(because(one, present({ ledu: inAlready }))).toBe('handedIn')
    expect(because(one, present({ ledu: unit({ extension: { dueAt: later } }) }))).toBeUndefined()
    expect(because(one, present({ ledu: unit() }))).toBe('extensionOver')
  })
})

describe('a receipt at delivery', () => {
  const receipt: LetterKind = {
    kind: 'receipt',
    receipt: {
      number: 'haidong-2019-ledu-1',
      revision: 1,
      submittedAt: sentBackAt,
      dueAt,
      timeliness: 'onTime',
      hash: 'ab',
      version: 3,
    },
  }
  it('stays true after review and withdrawal', () => {
    for (const stage of ['submitted', 'accepted', 'drafting'] as const)
      expect(because(letter(receipt), present({ ledu: unit({ stage, revisions: 1 }) }))).toBeUndefined()
  })
  it('is not true of a revision that is not there', () => {
    expect(because(letter(receipt), present({ ledu: unit() }))).toBe('revisionGone')
  })
})

describe('a letter by hand', () => {
  const byHand: LetterKind = { kind: 'byHand', by: '赵' }
  it('is true of a unit that owes, overdue or muted', () => {
    const after = { now: later }
    expect(because(letter(byHand), present({ ledu: unit({ isMuted: true }) }, after))).toBeUndefined()
    expect(because(letter(byHand), present({ ledu: unit({ stage: 'submitted' }) }))).toBe('handedIn')
    expect(because(letter(byHand), present({ ledu: unit({ dueAt: later }) }))).toBe('dueMoved')
  })
})

describe('a mute', () => {
  it('silences the steps of the ladder, and narrows a letter to the other units', () => {
    const muted = unit({ isMuted: true })
    expect(because(letter({ kind: 'opening' }), present({ ledu: muted }))).toBe('muted')
    expect(because(letter(overdue), present({ ledu: muted }, { now: later }))).toBe('muted')
    const judged = isStillTrue(letter(before, ['ledu', 'huzhu']), present({ ledu: muted, huzhu: unit() }))
    expect(judged.isTrue && judged.letter.units.map((one) => one.unit)).toEqual(['huzhu'])
  })
  it('leaves what somebody did to tell of itself', () => {
    const now = unit({ stage: 'sentBack', correction, dueAt: later, revisions: 1, isMuted: true })
    expect(because(letter(sentBack), present({ ledu: now }))).toBeUndefined()
    const moved = unit({ extension: { dueAt: later }, dueAt: later, isMuted: true })
    expect(because(letter(extended, ['ledu'], later), present({ ledu: moved }))).toBeUndefined()
  })
})

describe('a digest', () => {
  const digest: LetterKind = { kind: 'digest', day: localDate('2020-01-21') }
  it('is true on its own day in the zone of the round, while the round is open', () => {
    const at = (now: string, round: Present['round'] = 'open') =>
      because(letter(digest, ['city']), { ...present({}), now: instant(now), round })
    /* The office's letters are in Beijing time. */
    expect(at('2020-01-21T15:59:59Z')).toBeUndefined()
    expect(at('2020-01-21T16:00:00Z')).toBe('dayOver')
    expect(at('2020-01-20T15:00:00Z')).toBe('dayOver')
    expect(at('2020-01-21T02:00:00Z', 'closed')).toBe('roundClosed')
  })
})

describe('a test letter', () => {
  it('is sent whatever has happened', () => {
    const test: LetterKind = { kind: 'test', sample: before, asOf: dueAt }
    expect(because(letter(test), present({}, { round: 'closed' }))).toBeUndefined()
  })
})

describe('the news of a published report', () => {
  const published = letter({
    kind: 'published',
    published: {
      edition: 1,
      at: sentBackAt,
      hash: 'c0ffee',
      unitsIn: 1,
      unitsMissing: 0,
      figures: [],
      notes: [],
      changes: [],
      changeCount: 0,
    },
  })

  it('is true of the newest edition only', () => {
    expect(because(published, present({ ledu: unit() }, { round: 'published' }))).toBeUndefined()
    expect(because(published, present({ ledu: unit() }, { round: 'published', edition: 2 }))).toBe('newerEdition')
  })
})

describe('a letter about a report that came back', () => {
  const back = letter({ kind: 'reportBack', reason: '不符', by: '赵永明', sentBackAt })

  it('is true as long as the report stands sent back', () => {
    expect(because(back, present({ ledu: unit({ reportSentBackAt: sentBackAt }) }))).toBeUndefined()
    expect(because(back, present({ ledu: unit() }))).toBe('correctionOver')
    expect(because(back, present({ ledu: unit({ reportSentBackAt: later }) }))).toBe('correctionOver')
    expect(because(back, present({}))).toBe('unitGone')
  })
})
