/* What a change of the calendar or of the due moment did to a plan, for the log (product R2: "re-plans visibly"). */

import type { Words } from '../form/form.ts'
import { holidayInWords } from './holidays.ts'
import { stepInWords } from './ladder.ts'
import type { PlannedStep } from './plan.ts'

export interface PlanChange {
  /** Id of the step. */
  readonly step: string
  readonly from?: PlannedStep
  readonly to?: PlannedStep
  /** 「截止前 3 个工作日：由 2020-01-20 09:00 改为 …」 in one sentence. */
  readonly words: Words
}

const moment = (one: PlannedStep, language: 'zh' | 'en'): string => {
  const name =
    one.dayOffName === undefined
      ? ''
      : language === 'zh'
        ? `（${one.dayOffName}）`
        : ` (${holidayInWords(one.dayOffName, 'en')})`
  return `${one.day} ${one.time}${name}`
}

const isSent = (one: PlannedStep | undefined): one is PlannedStep => one !== undefined && one.droppedFor === undefined

const changeOf = (before: PlannedStep | undefined, after: PlannedStep | undefined): Words | undefined => {
  const step = (after ?? before)?.step
  if (step === undefined) return undefined
  const name = stepInWords(step)
  if (isSent(before) && isSent(after)) {
    if (before.at === after.at) return undefined
    return {
      zh: `${name.zh}：由 ${moment(before, 'zh')} 改为 ${moment(after, 'zh')}。`,
      en: `${name.en}: moved from ${moment(before, 'en')} to ${moment(after, 'en')}.`,
    }
  }
  if (isSent(before))
    return {
      zh: `${name.zh}：原定 ${moment(before, 'zh')}，不再发送。`,
      en: `${name.en}: planned for ${moment(before, 'en')}, no longer sent.`,
    }
  if (isSent(after))
    return { zh: `${name.zh}：新增于 ${moment(after, 'zh')}。`, en: `${name.en}: added on ${moment(after, 'en')}.` }
  return undefined
}

/** The steps whose sending moves, falls away or appears, in the order of the new plan; empty when nothing does. */
export const replan = (old: readonly PlannedStep[], next: readonly PlannedStep[]): readonly PlanChange[] => {
  const ids = [...next, ...old.filter((was) => !next.some((now) => now.step.id === was.step.id))].map(
    ({ step }) => step.id,
  )
  return ids.flatMap((id) => {
    const from = old.find(({ step }) => step.id === id)
    const to = next.find(({ step }) => step.id === id)
    const words = changeOf(from, to)
    return words === undefined ? [] : [{ step: id, ...(from ? { from } : {}), ...(to ? { to } : {}), words }]
  })
}
