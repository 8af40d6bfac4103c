/*
 * Review over HTTP: comments saved before they are sent, answers of the unit, several returns at once, two coordinators
 * at one revision, a unit that withdraws meanwhile, what stands beside a return for who reviews it.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Services, servicesOf } from '../functions/services.ts'
import { keys } from '../functions/store/keys.ts'
import { reviewDraftGone } from '../functions/store/reviews.ts'
import { commit } from '../functions/store/table-client.ts'
import { type Api, must } from '../local/api-client.ts'
import { clientOptions } from '../local/store.ts'
import { tableName } from '../local/table-definition.ts'
import type { Cells } from '../shared/form/cells.ts'
import type { ReviewDraft } from '../shared/return/review-draft.ts'
import { type Office, openOffice, openRound, signOff, startAt, tree, unitOf, wholeReturn } from './over-http.ts'

const forms = ['ogi-2019', 'police-supplement']
const cell = 'proactive.penalties.decisions'
const other = 'publications.website.published'
const peers = ['p1', 'p2', 'p3', 'p4', 'p5'] as const

let office: Office
let coordinator: Api
let colleague: Api
let clerk: Api
let table: DynamoDBDocumentClient
let services: Services
const clerks = new Map<string, Api>()

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports'] })
  coordinator = await office.as('coordinator@office.example')
  colleague = await office.as(await office.hire('colleague', { unit: 'city', role: 'coordinator' }))
  clerk = await office.as(await office.hire('clerk', { unit: 'sibling', role: 'reporter' }))
  for (const id of peers) {
    await office.units.putUnit(unitOf(id, tree.city), undefined, undefined)
    clerks.set(id, await office.as(await office.hire(`clerk-${id}`, { unit: id, role: 'reporter' })))
  }
  table = DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions(office.system.storeUrl)))
  const config = { table: tableName, pages: 'https://huibao.example.gov.cn', demo: true }
  services = servicesOf(config, { client: table, name: tableName })
})
afterAll(async () => {
  table?.destroy()
  await office?.stop()
})

const clerkOf = (unit: string): Api => clerks.get(unit) ?? clerk
const place = (round: string, unit = 'sibling') => ({ round, unit })
const seenBy = async (api: Api, round: string, unit = 'sibling') =>
  must(await api.call('getReturn', { path: place(round, unit) }))
const handIn = async (round: string, figures: Cells = {}, unit = 'sibling', by: Api = clerk) => {
  const { version } = await seenBy(by, round, unit)
  const body = { base: version, cells: wholeReturn(forms, figures) }
  const saved = must(await by.call('patchReturn', { path: place(round, unit), body }))
  return must(await by.call('submitReturn', { path: place(round, unit), body: { version: saved.version, signOff } }))
}
const says = (where: string, text: string) => ({ cell: where, text })
const save = (api: Api, round: string, base: number, comments: readonly object[], revision = 1) =>
  api.call('putReviewDraft', { path: place(round), body: { revision, base, comments } })
const review = (api: Api, round: string, body: object) => api.call('reviewReturn', { path: place(round), body })
const sendBack = { revision: 1, decision: 'sendBack', reason: '请核对。' }
const codeOf = (answer: { ok: boolean; problem?: { code: string } }) => (answer.ok ? 'done' : answer.problem?.code)
const storedDraft = async (round: string) => {
  const Key = { ...keys.draftPart(round, 'sibling', 'REVIEW') }
  return (await table.send(new GetCommand({ TableName: tableName, Key }))).Item
}
const loggedIn = async (round: string, unit = 'sibling') =>
  must(await coordinator.call('getReturnLog', { path: place(round, unit) })).entries

describe('comments that are saved before the review is sent', () => {
  beforeAll(async () => {
    await openRound(coordinator, 'saved')
    await handIn('saved')
  })

  it('are seen by every coordinator who reviews, and by nobody else', async () => {
    must(await save(coordinator, 'saved', 0, [says(cell, '请核对。')]))
    must(await save(colleague, 'saved', 0, [says(other, '少一条。')]))
    const { reviewDraft } = await seenBy(coordinator, 'saved')
    expect(reviewDraft).toMatchObject({
      revision: 1,
      version: 2,
      by: { id: 'colleague' },
      comments: [
        { cell, text: '请核对。', by: { id: 'coordinator' } },
        { cell: other, text: '少一条。', by: { id: 'colleague' } },
      ],
    })
    const forUnit = await seenBy(clerk, 'saved')
    expect(forUnit).not.toHaveProperty('reviewDraft')
    expect(forUnit).not.toHaveProperty('outliers')
    expect(forUnit.comments).toEqual([])
    expect(JSON.stringify(must(await clerk.call('getReturnLog', { path: place('saved') })))).not.toContain('请核对')
  })

  it('are refused where a colleague wrote at the same cell, with theirs', async () => {
    const refused = await save(colleague, 'saved', 0, [says(cell, '另一句。')])
    expect(refused).toMatchObject({
      status: 409,
      problem: { code: 'outdated', conflicts: [{ cell, theirs: '请核对。', yours: '另一句。' }] },
    })
    expect(refused).toMatchObject({ problem: { reviewDraft: { version: 2 } } })
  })

  it('point at cells of the form, once each, and at a revision that waits', async () => {
    expect(await save(coordinator, 'saved', 2, [says('no.such.cell', '？')])).toMatchObject({
      status: 422,
      problem: { errors: [{ cell: 'no.such.cell' }] },
    })
    expect((await save(coordinator, 'saved', 2, [says(cell, '一'), says(cell, '二')])).status).toBe(422)
    expect(codeOf(await save(coordinator, 'saved', 9, []))).toBe('unknownVersion')
    expect(codeOf(await save(coordinator, 'saved', 2, [], 2))).toBe('reviewedRevisionIsOld')
    expect(
      (await clerk.call('putReviewDraft', { path: place('saved'), body: { revision: 1, base: 2, comments: [] } }))
        .status,
    ).toBe(403)
  })

  it('change nothing of the return: its version and its draft stay', async () => {
    const before = await seenBy(clerk, 'saved')
    must(await save(coordinator, 'saved', 2, [says(cell, '请核对。'), says(other, '少一条。')]))
    expect(await seenBy(clerk, 'saved')).toEqual({ ...before, due: expect.anything() })
  })

  it('are sent with the sending back, and are gone from the table then', async () => {
    must(await review(coordinator, 'saved', sendBack))
    const { comments, correction } = await seenBy(clerk, 'saved')
    expect(comments).toEqual([says(cell, '请核对。'), says(other, '少一条。')])
    expect(correction).toMatchObject({ comments })
    expect(await storedDraft('saved')).toBeUndefined()
    expect(codeOf(await save(coordinator, 'saved', 0, []))).toBe('notReviewable')
  })

  it('give way to comments that the review itself brings', async () => {
    await openRound(coordinator, 'brought')
    await handIn('brought')
    must(await save(coordinator, 'brought', 0, [says(cell, '存下的。')]))
    must(await review(coordinator, 'brought', { ...sendBack, comments: [says(other, '带来的。')] }))
    expect((await seenBy(clerk, 'brought')).comments).toEqual([says(other, '带来的。')])
  })

  it('are gone when the unit withdraws, and do not come back with the next submission', async () => {
    await openRound(coordinator, 'taken')
    await handIn('taken')
    must(await save(coordinator, 'taken', 0, [says(cell, '请核对。')]))
    must(await clerk.call('withdrawReturn', { path: place('taken') }))
    expect(await storedDraft('taken')).toBeUndefined()
    await handIn('taken')
    expect(await seenBy(coordinator, 'taken')).not.toHaveProperty('reviewDraft')
    must(await save(coordinator, 'taken', 0, [], 2))
  })

  it('are written over nothing that was not read, and go with nothing that was not', async () => {
    const { returns } = services
    const draft = (version: number) => ({ revision: 1, version, comments: [], by: { id: 'a', name: 'A' }, at: startAt })
    const of = { ...place('brought'), collector: 'city' }
    const stored = await returns.load(of.round, of.unit)
    const { head } = stored
    if (head === undefined) throw new RangeError('no return')
    const old = { version: head.now.version - 1 }
    expect(await returns.saveReviewDraft(of, old, undefined, draft(1))).toBe(false)
    expect(await returns.saveReviewDraft(of, head.now, undefined, draft(1))).toBe(true)
    expect(await returns.saveReviewDraft(of, head.now, undefined, draft(1))).toBe(false)
    expect(await returns.saveReviewDraft(of, head.now, draft(1), draft(2))).toBe(true)
    const gone = (before: ReviewDraft) => commit(services.table, [reviewDraftGone(of, before)])
    expect([(await gone(draft(1))).done, (await gone(draft(2))).done]).toEqual([false, true])
  })

  it('are all kept when two coordinators save at the same moment', async () => {
    await openRound(coordinator, 'moment')
    await handIn('moment')
    const answers = await Promise.all([
      save(coordinator, 'moment', 0, [says(cell, '一')]),
      save(colleague, 'moment', 0, [says(other, '二')]),
    ])
    expect(answers.map(codeOf)).toEqual(['done', 'done'])
    const { reviewDraft } = await seenBy(coordinator, 'moment')
    expect(reviewDraft?.comments.map(({ text }) => text).toSorted()).toEqual(['一', '二'])
  })

  it('are sent or refused when they are saved in the moment of the sending back', async () => {
    const before = must(await save(coordinator, 'moment', 2, [says(cell, '一'), says(other, '二')])).reviewDraft
    const [saved] = await Promise.all([
      save(colleague, 'moment', before.version, [says(cell, '一'), says(other, '二'), says('overview.text', '三')]),
      review(coordinator, 'moment', sendBack).then(must),
    ])
    const sent = (await seenBy(clerk, 'moment')).comments.map(({ text }) => text)
    expect(sent).toEqual(saved.ok ? ['一', '二', '三'] : ['一', '二'])
    expect(await storedDraft('moment')).toBeUndefined()
  })
})

describe('an answer to a comment', () => {
  const why = [says(cell, '少一条。')]
  beforeAll(async () => {
    await openRound(coordinator, 'answered')
    await handIn('answered', { [cell]: 1 })
    must(await review(coordinator, 'answered', { ...sendBack, comments: why }))
  })
  const answer = (text: string, where = cell, api = clerk) =>
    api.call('answerComment', { path: place('answered'), body: { cell: where, text } })

  it('is kept with the comment, may be said anew, and is in the log', async () => {
    must(await answer('正在核对。'))
    const { comments } = must(await answer('已补一条。'))
    expect(comments).toMatchObject([{ cell, text: '少一条。', answer: { text: '已补一条。', by: { id: 'clerk' } } }])
    const told = (await loggedIn('answered')).filter(({ what }) => what === 'commentAnswered')
    expect(told).toMatchObject([{ facts: { cell } }, { facts: { cell } }])
  })

  it('is to a comment that was made', async () => {
    expect((await answer('？', other)).status).toBe(404)
    expect((await answer(' ')).status).toBe(422)
  })

  it('is marked when the coordinator says it for the unit', async () => {
    const { comments } = must(await answer('电话已确认。', cell, coordinator))
    expect(comments[0]?.answer?.by).toMatchObject({ id: 'coordinator', onBehalf: true })
    must(await answer('已补一条。'))
  })

  it('stands at the next review, beside what has changed since', async () => {
    await handIn('answered', { [cell]: 2 })
    expect(await seenBy(coordinator, 'answered')).toMatchObject({
      comments: [{ cell, answer: { text: '已补一条。' } }],
      changedSince: { revision: 1, cells: [cell] },
    })
    expect(await seenBy(clerk, 'answered')).not.toHaveProperty('changedSince')
    expect(codeOf(await answer('再说。'))).toBe('notEditable')
  })

  it('is not lost when the return is sent back again and accepted', async () => {
    must(await review(coordinator, 'answered', { ...sendBack, revision: 2, comments: [says(cell, '再补一条。')] }))
    must(await answer('已再补。'))
    await handIn('answered', { [cell]: 3 })
    must(await review(coordinator, 'answered', { revision: 3, decision: 'accept' }))
    const { revisions } = must(await clerk.call('listRevisions', { path: place('answered') }))
    expect(revisions.map((one) => one.review?.comments[0]?.answer?.text)).toEqual(['已补一条。', '已再补。', undefined])
    expect(revisions[0]?.review).toMatchObject({ reason: '请核对。', by: { id: 'coordinator' } })
  })
})

describe('at one revision', () => {
  it('one of two coordinators decides, and the other is told', async () => {
    await openRound(coordinator, 'both')
    await handIn('both')
    const answers = await Promise.all([
      review(coordinator, 'both', { revision: 1, decision: 'accept' }),
      review(colleague, 'both', sendBack),
    ])
    expect(answers.map(codeOf).toSorted()).toEqual(['done', 'notReviewable'])
    const decided = (await loggedIn('both')).filter(({ what }) => what === 'accepted' || what === 'sentBack')
    expect(decided).toHaveLength(1)
  })

  it('either the review counts or the withdrawal', async () => {
    await openRound(coordinator, 'race')
    await handIn('race')
    const [reviewed, withdrawn] = await Promise.all([
      review(coordinator, 'race', { revision: 1, decision: 'accept' }),
      clerk.call('withdrawReturn', { path: place('race') }),
    ])
    const { stage } = await seenBy(clerk, 'race')
    expect([codeOf(reviewed), codeOf(withdrawn), stage]).toEqual(
      reviewed.ok ? ['done', 'notWithdrawable', 'accepted'] : ['notReviewable', 'done', 'drafting'],
    )
  })

  it('a review of what was withdrawn and handed in again is of an older one', async () => {
    await openRound(coordinator, 'older')
    await handIn('older')
    must(await clerk.call('withdrawReturn', { path: place('older') }))
    expect(codeOf(await review(coordinator, 'older', sendBack))).toBe('notReviewable')
    await handIn('older')
    expect(codeOf(await review(coordinator, 'older', sendBack))).toBe('reviewedRevisionIsOld')
  })
})

describe('the due moment of a correction', () => {
  beforeAll(async () => {
    await openRound(coordinator, 'due')
    await handIn('due')
  })

  it('is not in the past', async () => {
    const past = await review(coordinator, 'due', { ...sendBack, dueAt: '2020-01-05T00:00:00+08:00' })
    expect(past).toMatchObject({ status: 422, problem: { code: 'dueMomentPast' } })
    expect((await seenBy(clerk, 'due')).stage).toBe('submitted')
  })

  it('may lie on a day off, and that is said', async () => {
    const { due } = must(await review(coordinator, 'due', { ...sendBack, dueAt: '2020-01-27T00:00:00+08:00' }))
    expect(due).toMatchObject({ isDayOff: true, why: 'correction' })
    expect(due?.inWords).toContain('1月26日')
  })
})

describe('accepting several returns', () => {
  const accept = (round: string, ...units: readonly string[]) =>
    coordinator.call('acceptSeveral', {
      path: { round },
      body: { returns: units.map((unit) => ({ unit, revision: 1 })) },
    })

  beforeAll(async () => {
    await openRound(coordinator, 'several')
    for (const [i, unit] of peers.entries())
      await handIn('several', { [cell]: 100 + i, 'proactive.penalties.itemsLastYear': 100 + i }, unit, clerkOf(unit))
    const odd = { [cell]: 900, 'proactive.penalties.itemsLastYear': 900 }
    await handIn('several', odd)
    const villager = await office.as(await office.hire('villager', { unit: 'village', role: 'reporter' }))
    await handIn('several', {}, 'village', villager)
  })

  it('takes those in which nothing needs reading, and says of each other why not', async () => {
    const answer = must(await accept('several', 'p1', 'sibling', 'village', 'nowhere', 'p2'))
    expect(answer.accepted).toEqual(['p1', 'p2'])
    expect(answer.refused).toMatchObject([
      { unit: 'sibling', code: 'toBeReadFirst' },
      { unit: 'village', code: 'notAParticipant' },
      { unit: 'nowhere', code: 'notAParticipant' },
    ])
    expect(answer.refused[0]?.message.zh).toContain('2 处异常值')
    expect((await seenBy(coordinator, 'several', 'p1')).stage).toBe('accepted')
    expect((await seenBy(coordinator, 'several')).stage).toBe('submitted')
    expect((await loggedIn('several', 'p2')).at(-1)).toMatchObject({ what: 'accepted', by: { id: 'coordinator' } })
  })

  it('names the outliers of the one that is left, to who reviews it', async () => {
    const { outliers } = await seenBy(coordinator, 'several')
    expect(outliers).toMatchObject([
      { cell: 'proactive.penalties.itemsLastYear' },
      { cell, value: 900, units: { count: 5, median: 102 } },
    ])
    expect((await seenBy(coordinator, 'several', 'p3')).outliers).toEqual([])
  })

  it('counts years of its own that are far from it, to who reviews it', async () => {
    const body = { form: 'ogi-2019', cells: { [cell]: 10 }, source: '2017年年报' }
    must(await coordinator.call('putHistory', { path: { year: '2017', unit: 'p5' }, body }))
    await openRound(coordinator, 'years')
    await handIn('years', { [cell]: 400, 'proactive.penalties.itemsLastYear': 400 }, 'p5', clerkOf('p5'))
    expect((await seenBy(coordinator, 'years', 'p5')).outliers).toEqual([
      { cell, value: 400, years: { median: 10, count: 1 } },
    ])
  })

  it('leaves what was accepted already, and what is older than was seen', async () => {
    const again = must(await accept('several', 'p1'))
    expect(again).toMatchObject({ accepted: [], refused: [{ unit: 'p1', code: 'notReviewable' }] })
    const p3 = clerkOf('p3')
    must(await p3.call('withdrawReturn', { path: place('several', 'p3') }))
    await handIn('several', { [cell]: 102, 'proactive.penalties.itemsLastYear': 102 }, 'p3', p3)
    expect(must(await accept('several', 'p3')).refused).toMatchObject([{ code: 'reviewedRevisionIsOld' }])
  })

  it('is for the coordinator, of units named once', async () => {
    expect((await accept('several', 'p4', 'p4')).status).toBe(422)
    const body = { returns: [{ unit: 'p4', revision: 1 }] }
    expect((await clerk.call('acceptSeveral', { path: { round: 'several' }, body })).status).toBe(403)
  })
})

describe('closing a round', () => {
  const close = (round: string, body: object) => coordinator.call('closeRound', { path: { round }, body })

  it('with open corrections asks for each of them by name, and writes them down', async () => {
    await openRound(coordinator, 'shutting')
    await handIn('shutting')
    await handIn('shutting', {}, 'p1', clerkOf('p1'))
    for (const unit of ['sibling', 'p1'])
      must(await coordinator.call('reviewReturn', { path: place('shutting', unit), body: sendBack }))
    expect(await close('shutting', {})).toMatchObject({
      status: 409,
      problem: { code: 'openCorrections', units: ['p1', 'sibling'] },
    })
    expect(await close('shutting', { despite: ['p1'] })).toMatchObject({ problem: { units: ['sibling'] } })
    must(await close('shutting', { despite: ['p1', 'sibling'] }))
    const { entries } = must(await coordinator.call('getRoundLog', { path: { round: 'shutting' } }))
    expect(entries.at(-1)).toMatchObject({ what: 'closed', facts: { despite: ['p1', 'sibling'] } })
  })

  it('leaves the corrections open, and one that is reopened, and is the wall for everybody else', async () => {
    const type = (unit: string) =>
      clerkOf(unit).call('patchReturn', { path: place('shutting', unit), body: { base: 0, cells: { [cell]: 1 } } })
    await handIn('shutting', { [cell]: 2 }, 'p1', clerkOf('p1'))
    const path = place('shutting', 'p1')
    must(await coordinator.call('reviewReturn', { path, body: { revision: 2, decision: 'accept' } }))
    expect(codeOf(await type('p2'))).toBe('roundNotOpen')
    const reopening = { reason: '漏报', dueAt: '2020-03-01T00:00:00+08:00' }
    must(await coordinator.call('reopenReturn', { path: place('shutting', 'p2'), body: reopening }))
    await handIn('shutting', {}, 'p2', clerkOf('p2'))
    expect((await seenBy(coordinator, 'shutting', 'p2')).stage).toBe('submitted')
    expect(codeOf(await type('p3'))).toBe('roundNotOpen')
  })

  it('does not ask about corrections that were handed in again', async () => {
    await openRound(coordinator, 'settled')
    await handIn('settled')
    must(await review(coordinator, 'settled', sendBack))
    await handIn('settled', { [cell]: 2 })
    must(await close('settled', {}))
  })
})

describe('what a reviewer may do', () => {
  const may = async (round: string) => {
    const { reviewer } = await seenBy(coordinator, round)
    return [reviewer?.mayReview, reviewer?.mayReopen]
  }
  it('is told with the return at every stage, with a due moment to suggest and the days off to come', async () => {
    await openRound(coordinator, 'may')
    expect(await may('may')).toEqual([false, false])
    await handIn('may')
    expect(await may('may')).toEqual([true, false])
    const { reviewer } = await seenBy(coordinator, 'may')
    expect(reviewer?.suggestedDue).toMatchObject({ dueAt: '2020-01-08T16:00:00.000Z', isDayOff: false })
    expect(reviewer?.daysOff.slice(0, 3)).toEqual(['2020-01-11', '2020-01-12', '2020-01-18'])
    expect(reviewer?.daysOff).not.toContain('2020-01-19')
    must(await review(coordinator, 'may', { revision: 1, decision: 'accept' }))
    expect(await may('may')).toEqual([false, true])
    expect(await seenBy(clerk, 'may')).not.toHaveProperty('reviewer')
  })
})

describe('the coordinator on behalf of a unit', () => {
  it('is marked in the return, its cells, its revision, its log and the letter of receipt', async () => {
    await openRound(coordinator, 'behalf')
    await handIn('behalf', {}, 'sibling', coordinator)
    must(
      await coordinator.call('fillReturn', {
        path: place('behalf', 'p1'),
        body: { section: 'requests', with: 'zero' },
      }),
    )
    const seen = await seenBy(clerk, 'behalf')
    expect(seen.handedInBy).toEqual({ id: 'coordinator', name: 'coordinator', onBehalf: true })
    const { revisions } = must(await clerk.call('listRevisions', { path: place('behalf') }))
    expect(revisions[0]?.by.onBehalf).toBe(true)
    for (const entry of [...(await loggedIn('behalf')), ...(await loggedIn('behalf', 'p1'))])
      expect(entry.by).toEqual({ id: 'coordinator', name: 'coordinator', onBehalf: true })
    const Key = { ...keys.letter('behalf', 'city', 'behalf_city_receipt-sibling_1_clerk') }
    const { Item } = await table.send(new GetCommand({ TableName: tableName, Key }))
    expect(Item).toMatchObject({ kind: 'letter', letter: { kind: 'receipt', onBehalf: 'coordinator' } })
  })

  it('may take back what was handed in so, and not what the unit handed in itself', async () => {
    expect((await seenBy(coordinator, 'behalf')).may.withdraw).toBe(true)
    must(await coordinator.call('withdrawReturn', { path: place('behalf') }))
    expect((await loggedIn('behalf')).at(-1)).toMatchObject({ what: 'withdrawn', by: { onBehalf: true } })
    await handIn('behalf')
    const seen = await seenBy(coordinator, 'behalf')
    expect([seen.may.withdraw, seen.handedInBy]).toEqual([false, { id: 'clerk', name: 'clerk' }])
    expect(codeOf(await coordinator.call('withdrawReturn', { path: place('behalf') }))).toBe('handedInByTheUnit')
  })
})
