/* What the reviewer does with the return: each asks the API and answers with a sentence for the page, or the problem. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { type Answered, call } from '../api/client.ts'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'
import { withZone } from '../page/due-words.ts'
import type { Reviewed } from './reviewed.ts'
import { say } from './words.ts'

export interface Outcome {
  readonly sentence: string
  readonly isDayOff: boolean
}

type Due = AnswerOf<Routes['reopenReturn']>['due']

const outcomeOf = (sentence: string, due?: Due): Outcome => ({ sentence, isDayOff: due?.isDayOff === true })

const said = <T>(answer: Answered<T>, outcome: (value: T) => Outcome): Answered<Outcome> =>
  answer.ok ? { ok: true, value: outcome(answer.value) } : answer

const named = ({ answer }: Reviewed): string => answer.unit.name[language.value]
const dueWords = ({ answer }: Reviewed, due: Due): string => withZone(due?.inWords ?? '', answer.round.zone)
const pathOf = ({ round, unit }: Reviewed) => ({ round, unit })

export const accept = async (reviewed: Reviewed): Promise<Answered<Outcome>> => {
  const body = { revision: reviewed.answer.revisions, decision: 'accept' as const }
  const answer = await ask('reviewReturn', { path: pathOf(reviewed), body })
  return said(answer, () => outcomeOf(say().accepted(named(reviewed))))
}

/** The comments go with it as the server keeps them: a colleague's among them. */
export const sendBack = async (reviewed: Reviewed, reason: string, dueAt: string): Promise<Answered<Outcome>> => {
  const body = { revision: reviewed.answer.revisions, decision: 'sendBack' as const, reason, dueAt }
  const answer = await ask('reviewReturn', { path: pathOf(reviewed), body })
  return said(answer, ({ due }) => outcomeOf(say().sentBack(named(reviewed), dueWords(reviewed, due)), due))
}

export const reopen = async (reviewed: Reviewed, reason: string, dueAt: string): Promise<Answered<Outcome>> => {
  const answer = await ask('reopenReturn', { path: pathOf(reviewed), body: { reason, dueAt } })
  return said(answer, ({ due }) => outcomeOf(say().reopened(named(reviewed), dueWords(reviewed, due)), due))
}

export const withdraw = async (reviewed: Reviewed): Promise<Answered<Outcome>> => {
  const answer = await call('withdrawReturn', { path: pathOf(reviewed) })
  return said(answer, () => outcomeOf(say().withdrawn(named(reviewed))))
}
