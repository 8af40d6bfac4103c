import { describe, expect, it } from 'vitest'
import type { ReturnAnswer } from '../api/client.ts'
import { afterDispute, afterSave, commented, settle, textAt, toSend, type, unsaved, writtenIn } from './written.ts'

const me = { id: 'me', name: 'me' }
const other = { id: 'other', name: 'other' }
type Draft = NonNullable<ReturnAnswer['reviewDraft']>
const draft = (version: number, ...comments: Draft['comments']): Draft => ({
  revision: 1,
  version,
  comments,
  by: me,
  at: '2020-01-06T02:00:00.000Z',
})
const answer = (reviewDraft?: Draft, more: Partial<ReturnAnswer> = {}) =>
  ({
    stage: 'submitted',
    revisions: 1,
    you: me,
    comments: [],
    ...(reviewDraft === undefined ? {} : { reviewDraft }),
    ...more,
  }) as Pick<ReturnAnswer, 'stage'> as ReturnAnswer

describe('comments before they are sent', () => {
  it('are saved with those that stand, and typed to nothing are taken out', () => {
    const saved = writtenIn(answer(draft(2, { cell: 'a', text: '一', by: me }, { cell: 'b', text: '二', by: other })))
    const typed = type(type(saved, 'a', ' '), 'c', '三 ')
    expect(toSend(typed)).toEqual([
      { cell: 'b', text: '二' },
      { cell: 'c', text: '三' },
    ])
    expect(commented(typed)).toEqual(['b', 'c'])
    expect(unsaved(typed)).toEqual(['a', 'c'])
  })

  it('are unsaved again where something was typed during the save', () => {
    const sent = type(writtenIn(answer()), 'a', '一')
    const typedOn = type(sent, 'a', '一二')
    const after = afterSave(typedOn, draft(1, { cell: 'a', text: '一', by: me }))
    expect([unsaved(after), textAt(after, 'a'), after.base]).toEqual([['a'], '一二', 1])
  })

  it('wait for a choice where a colleague wrote, and keep the sentence of both', () => {
    const typed = type(type(writtenIn(answer()), 'a', '我的'), 'b', '另一格')
    const disputed = afterDispute(typed, ['a'], draft(1, { cell: 'a', text: '他的', by: other }))
    expect(toSend(disputed)).toEqual([
      { cell: 'a', text: '他的' },
      { cell: 'b', text: '另一格' },
    ])
    expect([textAt(disputed, 'a'), unsaved(disputed)]).toEqual(['我的', ['b']])
    expect(toSend(settle(disputed, 'a', 'mine'))[0]).toEqual({ cell: 'a', text: '我的' })
    expect(textAt(settle(disputed, 'a', 'theirs'), 'a')).toBe('他的')
  })

  it('are as good as typed again when the unit withdrew, the colleagues’ are not', () => {
    const before = writtenIn(answer(draft(3, { cell: 'a', text: '一', by: me }, { cell: 'b', text: '二', by: other })))
    const gone = writtenIn(answer(undefined, { stage: 'drafting' }), type(before, 'c', '三'))
    expect([...gone.typed]).toEqual([
      ['a', '一'],
      ['c', '三'],
    ])
    const again = writtenIn(answer(undefined, { revisions: 2 }), gone)
    expect([again.revision, again.base, toSend(again).length]).toEqual([2, 0, 2])
  })

  it('are not typed again when they were sent to the unit', () => {
    const before = writtenIn(answer(draft(1, { cell: 'a', text: '一', by: me })))
    const sent = writtenIn(answer(undefined, { stage: 'sentBack', comments: [{ cell: 'a', text: '一' }] }), before)
    expect([...sent.typed]).toEqual([])
  })
})
