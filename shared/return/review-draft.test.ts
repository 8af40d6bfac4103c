import { describe, expect, it } from 'vitest'
import { instant } from '../time.ts'
import type { Actor, Return } from './return.ts'
import { mergeComments, type ReviewDraft, standingDraft } from './review-draft.ts'

const ma: Actor = { id: 'p-ma', name: '马' }
const han: Actor = { id: 'p-han', name: '韩' }
const at = instant('2020-01-10T09:00:00+08:00')
const later = instant('2020-01-10T10:00:00+08:00')
const says = (cell: string, text: string) => ({ cell, text })
const save = (before: ReviewDraft | undefined, base: number, by: Actor, ...comments: ReturnType<typeof says>[]) => {
  const merged = mergeComments(before, { base, comments }, by, later)
  const version = (before?.version ?? 0) + 1
  return { ...merged, draft: { revision: 1, version, comments: merged.comments, by, at: later } }
}
const textsOf = (draft: Pick<ReviewDraft, 'comments'>) =>
  draft.comments.map(({ cell, text, by }) => [cell, text, by.name])

describe('comments of a review that two coordinators write', () => {
  const first = save(undefined, 0, ma, says('a', '甲'), says('b', '乙')).draft

  it('stand beside each other where they are on different cells', () => {
    const second = save(first, 0, han, says('c', '丙'))
    expect(second.conflicts).toEqual([])
    expect(textsOf(second)).toEqual([
      ['a', '甲', '马'],
      ['b', '乙', '马'],
      ['c', '丙', '韩'],
    ])
  })

  it('are taken out and changed by whoever has seen them', () => {
    const second = save(first, 1, han, says('b', '乙，请核对'))
    expect(second.conflicts).toEqual([])
    expect(textsOf(second)).toEqual([['b', '乙，请核对', '韩']])
  })

  it('are a conflict where both wrote at one cell, which names both', () => {
    const { conflicts } = save(first, 0, han, says('a', '丁'))
    expect(conflicts).toEqual([{ cell: 'a', theirs: '甲', yours: '丁', who: ma, when: later }])
  })

  it('are none where both wrote the same, and it stays who wrote it first', () => {
    const second = save(first, 0, han, says('a', '甲'))
    expect(second.conflicts).toEqual([])
    expect(textsOf(second)[0]).toEqual(['a', '甲', '马'])
  })
})

describe('the draft of a review', () => {
  const draft: ReviewDraft = { revision: 2, version: 1, comments: [], by: ma, at }
  const submitted = (revisions: number): Return => ({
    version: 5,
    revisions,
    head: 'h',
    timesSentBack: 0,
    stage: 'submitted',
    submittedAt: at,
    by: han,
    receipt: {
      number: 'n',
      revision: revisions,
      submittedAt: at,
      dueAt: at,
      timeliness: 'onTime',
      hash: 'h',
      version: 4,
    },
  })

  it('stands for the revision that it was written at, and no other', () => {
    expect(standingDraft(submitted(2), draft)).toBe(draft)
    expect(standingDraft(submitted(3), draft)).toBeUndefined()
  })

  it('does not stand while nothing waits for review', () => {
    const { version, revisions, head, timesSentBack } = submitted(2)
    const now: Return = { version, revisions, head, timesSentBack, stage: 'drafting' }
    expect([standingDraft(now, draft), standingDraft(undefined, draft)]).toEqual([undefined, undefined])
  })
})
