import { describe, expect, it } from 'vitest'
import type { Result } from '../refusal.ts'
import type { RoundStage } from '../round/round.ts'
import { instant } from '../time.ts'
import {
  accept,
  answerComment,
  correctionOf,
  edit,
  reopen,
  reviewIn,
  sendBack,
  stageOf,
  submit,
  withdraw,
} from './moves.ts'
import type { Actor, Correction, Receipt, Return, ReturnHistory, ReturnStage } from './return.ts'
import { canMove, type StageOrNone } from './stages.ts'

const clerk: Actor = { id: 'p-li', name: '李' }
const coordinator: Actor = { id: 'p-ma', name: '马' }
const firstMoment = instant('2020-01-10T09:00:00+08:00')
const now = instant('2020-01-15T09:00:00+08:00')
const later = instant('2020-01-20T00:00:00+08:00')

const roundIn = (stage: RoundStage) => ({ stage, title: '2019年度报告' })

const receiptOf = (given: Partial<Receipt> = {}): Receipt => ({
  number: 'haidong-2019-630202-1',
  revision: 1,
  submittedAt: firstMoment,
  dueAt: instant('2020-02-01T00:00:00+08:00'),
  timeliness: 'onTime',
  hash: 'hash-1',
  version: 4,
  ...given,
})

const correctionWith = (given: Partial<Correction> = {}): Correction => ({
  kind: 'sentBack',
  reason: '与上年结转数不符',
  comments: [{ cell: 'requests.new.company', text: '请核对' }],
  dueAt: later,
  at: firstMoment,
  by: coordinator,
  revision: 1,
  ...given,
})

interface Given extends Partial<ReturnHistory> {
  readonly correction?: Correction
}

/** A return of 乐都 in a stage, with a history that fits it. */
const returnIn = (stage: ReturnStage, { correction, ...given }: Given = {}): Return => {
  const handedIn = { version: 5, revisions: 1, head: 'hash-1', timesSentBack: 0, firstSubmittedAt: firstMoment }
  const open = correction === undefined ? {} : { correction }
  switch (stage) {
    case 'drafting':
      return { version: 3, revisions: 0, head: '', timesSentBack: 0, ...given, stage, ...open }
    case 'submitted':
      return { ...handedIn, ...given, stage, submittedAt: firstMoment, by: clerk, receipt: receiptOf(), ...open }
    case 'sentBack':
      return { ...handedIn, timesSentBack: 1, ...given, stage, correction: correction ?? correctionWith() }
    case 'accepted':
      return {
        ...handedIn,
        ...given,
        stage,
        submittedAt: firstMoment,
        receipt: receiptOf(),
        acceptedAt: now,
        acceptedBy: coordinator,
      }
  }
}

const stages: readonly StageOrNone[] = ['notStarted', 'drafting', 'submitted', 'sentBack', 'accepted']
const inStage = (stage: StageOrNone): Return | undefined => (stage === 'notStarted' ? undefined : returnIn(stage))
const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.refusal.code)
const become = (result: Result<Return>): Return => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const shut: readonly RoundStage[] = ['planned', 'approved', 'closed', 'published']
const afterTheWall: readonly RoundStage[] = ['closed', 'published']

describe('the stage of a return', () => {
  it('is not started when there is no row', () => {
    expect(stageOf(undefined)).toBe('notStarted')
  })

  it('is the stage of the row', () => {
    expect(stageOf(returnIn('submitted'))).toBe('submitted')
  })
})

describe('the correction of a return', () => {
  it('is absent where none is open', () => {
    expect([correctionOf(undefined), correctionOf(returnIn('accepted')), correctionOf(returnIn('drafting'))]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is the one that is open', () => {
    const correction = correctionWith({ reason: '漏填' })
    expect(correctionOf(returnIn('drafting', { correction }))).toEqual(correction)
  })
})

describe('typing', () => {
  it.each(stages.filter((stage) => !canMove('edit', stage)))('is refused in a return that is %s', (stage) => {
    expect(codeOf(edit(inStage(stage), roundIn('open')))).toBe('notEditable')
  })

  it.each(shut)('is refused in a round that is %s', (stage) => {
    expect(codeOf(edit(returnIn('drafting'), roundIn(stage)))).toBe('roundNotOpen')
  })

  it.each<RoundStage>(['planned', 'approved'])('is refused under a correction in a round that is %s', (stage) => {
    expect(codeOf(edit(returnIn('sentBack'), roundIn(stage)))).toBe('roundNotOpen')
  })

  it('names the round and its stage when it is refused', () => {
    const refused = edit(undefined, roundIn('closed'))
    expect(refused).toMatchObject({ refusal: { detail: { zh: expect.stringContaining('「2019年度报告」') } } })
  })

  it('starts a return', () => {
    expect(become(edit(undefined, roundIn('open')))).toEqual({
      stage: 'drafting',
      version: 1,
      revisions: 0,
      head: '',
      timesSentBack: 0,
    })
  })

  it('raises the version of a draft and nothing else', () => {
    expect(become(edit(returnIn('drafting'), roundIn('open')))).toEqual(returnIn('drafting', { version: 4 }))
  })

  it('makes a draft of what was sent back and keeps its comments', () => {
    const before = returnIn('sentBack')
    expect(become(edit(before, roundIn('open')))).toMatchObject({
      stage: 'drafting',
      correction: correctionOf(before),
      firstSubmittedAt: firstMoment,
      timesSentBack: 1,
    })
  })

  it.each(afterTheWall)('goes on under a correction in a round that is %s', (stage) => {
    expect(codeOf(edit(returnIn('sentBack'), roundIn(stage)))).toBe('done')
  })
})

describe('handing in', () => {
  const handIn = (
    given: Return | undefined,
    round = roundIn('open'),
    receipt = receiptOf({ submittedAt: now, hash: 'hash-2', revision: 2 }),
  ) => submit(given, round, clerk, receipt)

  it.each(stages.filter((stage) => !canMove('submit', stage)))('is refused for a return that is %s', (stage) => {
    expect(codeOf(handIn(inStage(stage)))).toBe('notSubmittable')
  })

  it.each(shut)('is refused in a round that is %s', (stage) => {
    expect(codeOf(handIn(returnIn('drafting'), roundIn(stage)))).toBe('roundNotOpen')
  })

  it.each(afterTheWall)('is possible under a correction in a round that is %s', (stage) => {
    expect(codeOf(handIn(returnIn('sentBack'), roundIn(stage)))).toBe('done')
  })

  it('takes number, hash and moment from the receipt', () => {
    const receipt = receiptOf({ submittedAt: now, hash: 'hash-2', revision: 2 })
    expect(become(handIn(returnIn('drafting'), roundIn('open'), receipt))).toEqual({
      stage: 'submitted',
      version: 4,
      revisions: 2,
      head: 'hash-2',
      timesSentBack: 0,
      firstSubmittedAt: now,
      firstTimeliness: 'onTime',
      submittedAt: now,
      by: clerk,
      receipt,
    })
  })

  it('keeps the moment of the first submission', () => {
    expect(become(handIn(returnIn('sentBack'))).firstSubmittedAt).toBe(firstMoment)
  })

  it('keeps how the first submission was judged, whatever the next would be', () => {
    const draft = returnIn('sentBack', { firstTimeliness: 'late' })
    expect(become(handIn(draft, roundIn('open'), receiptOf({ timeliness: 'onTime' }))).firstTimeliness).toBe('late')
  })

  it('judges a first submission as a first one, also where the receipt speaks of a correction', () => {
    const receipt = receiptOf({ timeliness: 'onTime' })
    expect(become(submit(returnIn('drafting'), roundIn('open'), clerk, receipt, 'late')).firstTimeliness).toBe('late')
  })

  it('keeps the correction until it is reviewed', () => {
    expect(correctionOf(become(handIn(returnIn('sentBack'))))).toEqual(correctionWith())
  })
})

describe('taking back', () => {
  it.each(stages.filter((stage) => !canMove('withdraw', stage)))('is refused for a return that is %s', (stage) => {
    expect(codeOf(withdraw(inStage(stage), roundIn('open')))).toBe('notWithdrawable')
  })

  it.each(shut)('is refused in a round that is %s', (stage) => {
    expect(codeOf(withdraw(returnIn('submitted'), roundIn(stage)))).toBe('roundNotOpen')
  })

  it('makes a draft again and forgets the first submission, so that the next is judged anew', () => {
    expect(become(withdraw(returnIn('submitted', { firstTimeliness: 'onTime' }), roundIn('open')))).toEqual({
      stage: 'drafting',
      version: 6,
      revisions: 1,
      head: 'hash-1',
      timesSentBack: 0,
    })
  })

  it('remembers the first submission of a return that was reviewed before', () => {
    const correction = correctionWith()
    const before = returnIn('submitted', { correction })
    expect(become(withdraw(before, roundIn('open')))).toMatchObject({ firstSubmittedAt: firstMoment, correction })
  })

  it.each(afterTheWall)('is possible under a correction in a round that is %s', (stage) => {
    const before = returnIn('submitted', { correction: correctionWith() })
    expect(codeOf(withdraw(before, roundIn(stage)))).toBe('done')
  })
})

describe('accepting', () => {
  it.each(stages.filter((stage) => !canMove('review', stage)))('is refused for a return that is %s', (stage) => {
    expect(codeOf(accept(inStage(stage), 1, coordinator, now))).toBe('notReviewable')
  })

  it('is refused for a revision that has a successor', () => {
    const refused = accept(returnIn('submitted', { revisions: 2 }), 1, coordinator, now)
    expect(codeOf(refused)).toBe('reviewedRevisionIsOld')
  })

  it('is refused for a revision that does not exist yet', () => {
    expect(codeOf(accept(returnIn('submitted'), 2, coordinator, now))).toBe('reviewedRevisionIsOld')
  })

  it('says who and when, and closes the correction', () => {
    const before = returnIn('submitted', { correction: correctionWith() })
    expect(become(accept(before, 1, coordinator, now))).toEqual(returnIn('accepted', { version: 6 }))
  })
})

describe('sending back', () => {
  const move = { revision: 1, reason: '漏填', comments: [{ cell: 'a.b.c', text: '请补' }], dueAt: later }

  it.each(stages.filter((stage) => !canMove('review', stage)))('is refused for a return that is %s', (stage) => {
    expect(codeOf(sendBack(inStage(stage), move, coordinator, now))).toBe('notReviewable')
  })

  it('is refused for a revision that has a successor', () => {
    const before = returnIn('submitted', { revisions: 2 })
    expect(codeOf(sendBack(before, move, coordinator, now))).toBe('reviewedRevisionIsOld')
  })

  it('is refused with a due moment that is now or earlier', () => {
    expect(codeOf(sendBack(returnIn('submitted'), { ...move, dueAt: now }, coordinator, now))).toBe('dueMomentPast')
  })

  it('opens a correction with reason, comments and a due moment of its own', () => {
    expect(become(sendBack(returnIn('submitted'), move, coordinator, now))).toEqual({
      stage: 'sentBack',
      version: 6,
      revisions: 1,
      head: 'hash-1',
      timesSentBack: 1,
      firstSubmittedAt: firstMoment,
      correction: { kind: 'sentBack', ...move, at: now, by: coordinator },
    })
  })

  it('of the successor of an accepted revision remembers which one still counts', () => {
    const correction = correctionWith({ kind: 'reopened', countedRevision: 1 })
    const before = returnIn('submitted', { revisions: 2, correction })
    const back = become(sendBack(before, { ...move, revision: 2 }, coordinator, now))
    expect(correctionOf(back)).toMatchObject({ kind: 'sentBack', revision: 2, countedRevision: 1 })
  })

  it('counts every time', () => {
    const before = returnIn('submitted', { timesSentBack: 2, correction: correctionWith() })
    expect(become(sendBack(before, move, coordinator, now)).timesSentBack).toBe(3)
  })
})

describe('reopening', () => {
  const move = { reason: '数据有误', dueAt: later }
  const open = (given: Return | undefined, stage: RoundStage, with_ = move) =>
    reopen(given, { stage }, with_, coordinator, now)

  it.each<StageOrNone>(['notStarted', 'drafting', 'submitted', 'sentBack'])(
    'is refused for a return that is %s while the round is open',
    (stage) => {
      expect(codeOf(open(inStage(stage), 'open'))).toBe('notReopenable')
    },
  )

  it.each(afterTheWall)('is refused for one that waits for review in a round that is %s', (stage) => {
    expect(codeOf(open(returnIn('submitted'), stage))).toBe('notReopenable')
  })

  it('is refused with a due moment that is now or earlier', () => {
    expect(codeOf(open(returnIn('accepted'), 'open', { ...move, dueAt: now }))).toBe('dueMomentPast')
  })

  it.each<RoundStage>(['open', 'closed', 'published'])('opens an accepted return in a round that is %s', (stage) => {
    expect(become(open(returnIn('accepted'), stage))).toEqual({
      stage: 'sentBack',
      version: 6,
      revisions: 1,
      head: 'hash-1',
      timesSentBack: 0,
      firstSubmittedAt: firstMoment,
      correction: {
        kind: 'reopened',
        ...move,
        comments: [],
        at: now,
        by: coordinator,
        revision: 1,
        countedRevision: 1,
      },
    })
  })

  it.each(afterTheWall)('of one that nobody accepted counts nothing in a round that is %s', (stage) => {
    const opened = become(open(returnIn('drafting', { revisions: 1 }), stage))
    expect(correctionOf(opened)?.countedRevision).toBeUndefined()
  })

  it.each(afterTheWall)('lets in a unit that has not begun when the round is %s', (stage) => {
    expect(become(open(undefined, stage))).toMatchObject({ stage: 'sentBack', version: 1, revisions: 0 })
  })

  it.each(afterTheWall)('is what lets a unit hand in that missed the wall of a round that is %s', (stage) => {
    const draft = become(edit(become(open(returnIn('drafting'), stage)), roundIn(stage)))
    expect(codeOf(submit(draft, roundIn(stage), clerk, receiptOf({ submittedAt: now })))).toBe('done')
  })
})

describe('every accepted move', () => {
  it('raises the version by exactly one', () => {
    const moves: readonly ((now: Return | undefined) => Result<Return>)[] = [
      (it) => edit(it, roundIn('open')),
      (it) => submit(it, roundIn('open'), clerk, receiptOf()),
      (it) => withdraw(it, roundIn('open')),
      (it) => accept(it, 1, coordinator, now),
      (it) => sendBack(it, { revision: 1, reason: '漏填', comments: [], dueAt: later }, coordinator, now),
      (it) => reopen(it, { stage: 'closed' }, { reason: '漏填', dueAt: later }, coordinator, now),
    ]
    const raised = moves.flatMap((move) =>
      stages.map(inStage).flatMap((before) => {
        const result = move(before)
        return result.ok ? [result.value.version - (before?.version ?? 0)] : []
      }),
    )
    expect(raised.length).toBe(3 + 2 + 1 + 1 + 1 + 4)
    expect(new Set(raised)).toEqual(new Set([1]))
  })
})

describe('answering a comment', () => {
  const cell = 'requests.new.company'
  const answer = { text: '已核对', by: clerk, at: now }
  const answered = (stage: StageOrNone, where = cell) => answerComment(inStage(stage), roundIn('open'), where, answer)

  it('keeps the answer with the comment, and the stage as it is', () => {
    const next = become(answered('sentBack'))
    expect(correctionOf(next)?.comments).toEqual([{ cell, text: '请核对', answer }])
    expect([next.stage, next.version]).toEqual(['sentBack', (inStage('sentBack')?.version ?? 0) + 1])
  })

  it('is possible after the closing, and not once it is handed in', () => {
    expect(codeOf(answerComment(returnIn('sentBack'), roundIn('closed'), cell, answer))).toBe('done')
    const again = returnIn('submitted', { correction: correctionWith() })
    expect(codeOf(answerComment(again, roundIn('open'), cell, answer))).toBe('notEditable')
  })

  it('needs a comment on that cell', () => {
    expect(codeOf(answered('sentBack', 'requests.new.person'))).toBe('notFound')
    expect(codeOf(answered('drafting'))).toBe('notFound')
  })

  it('stays through typing and handing in, until the next review', () => {
    const typed = become(edit(become(answered('sentBack')), roundIn('open')))
    const again = become(submit(typed, roundIn('open'), clerk, receiptOf({ revision: 2 })))
    expect(correctionOf(again)?.comments).toEqual([{ cell, text: '请核对', answer }])
    expect(reviewIn(correctionOf(again))).toMatchObject({ revision: 1, comments: [{ answer }] })
  })

  it('is told of a sending back, not of a reopening', () => {
    expect(reviewIn(correctionWith({ kind: 'reopened' }))).toBeUndefined()
    expect(reviewIn(undefined)).toBeUndefined()
  })
})

describe('taking back on behalf', () => {
  const forThem: Actor = { ...coordinator, onBehalf: true }
  const byThem = become(submit(returnIn('drafting'), roundIn('open'), forThem, receiptOf()))

  it('is for what was handed in on behalf; the unit takes back either', () => {
    expect(codeOf(withdraw(byThem, roundIn('open'), forThem))).toBe('done')
    expect(codeOf(withdraw(byThem, roundIn('open'), clerk))).toBe('done')
    expect(codeOf(withdraw(returnIn('submitted'), roundIn('open'), clerk))).toBe('done')
  })

  it('is refused for what the unit handed in itself', () => {
    expect(codeOf(withdraw(returnIn('submitted'), roundIn('open'), forThem))).toBe('handedInByTheUnit')
  })
})
