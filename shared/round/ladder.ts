/*
 * The ladder of reminders (product R1): what a round starts with, what a correction starts with, and what a
 * coordinator's own ladder may not contain. Letters go out in office hours of the round's zone, never at night.
 */
import type { Words } from '../form/form.ts'
import { type Instant, isTimeOfDay, type TimeOfDay, timeOf, timeOfDay } from '../time.ts'
import type { Role } from '../unit/unit.ts'
import type { LadderStep, StepTiming } from './round.ts'

const morning = timeOfDay('09:00')
const earliest = timeOfDay('07:00')
const latest = timeOfDay('21:00')
const longestCount = 366

const step = (id: string, timing: StepTiming, to: readonly Role[] = ['reporter']): LadderStep => ({
  id,
  timing,
  at: morning,
  to,
})
const before = (count: number): LadderStep => step(`before${count}`, { kind: 'before', count, of: 'workingDays' })
const overdue = (count: number): LadderStep =>
  step(`overdue${count}`, { kind: 'after', count, of: 'days' }, ['reporter', 'leader', 'coordinator'])

/**
 * Opening notice; 14, 7, 3, 1 working days before; the morning of the due day; overdue after 1 and 3 days, with
 * the unit's leader and the coordinators of the unit above (product R1).
 */
export const defaultLadder: readonly LadderStep[] = [
  step('opening', { kind: 'opening' }),
  before(14),
  before(7),
  before(3),
  before(1),
  step('dueDay', { kind: 'dueDay' }),
  overdue(1),
  overdue(3),
]

/** After sending back or reopening: the sent-back letter itself opens it, and time is short (product W3). */
export const correctionLadder: readonly LadderStep[] = [
  before(1),
  step('dueDay', { kind: 'dueDay' }),
  overdue(1),
  overdue(3),
]

/** Is it night by the office's clock: before 07:00 or after 21:00? */
export const isNightTime = (time: TimeOfDay): boolean => time < earliest || time > latest

/** The same of a moment. A letter caught up after an outage waits for the morning (product R4). */
export const isNight = (at: Instant, zone: string): boolean => isNightTime(timeOf(at, zone))

export interface LadderProblem {
  /** Id of the step, as sent. */
  readonly step: string
  readonly code: 'badId' | 'duplicateId' | 'badCount' | 'badTime' | 'atNight' | 'nobody' | 'twice'
  readonly message: Words
}

const said: Readonly<Record<LadderProblem['code'], Words>> = {
  badId: {
    zh: '步骤编号只能用字母、数字和连字符，最多 40 个字符。',
    en: 'A step id has letters, digits and hyphens, 40 at most.',
  },
  duplicateId: { zh: '步骤编号重复。', en: 'Two steps have this id.' },
  badCount: {
    zh: '天数应为 1 至 366 的整数；截止前的步骤不能排在截止之后。',
    en: 'The number of days is a whole number from 1 to 366; a step before the due moment cannot lie after it.',
  },
  badTime: { zh: '时刻应写作 09:00。', en: 'A time is written 09:00.' },
  atNight: { zh: '提醒只在 07:00 至 21:00 之间发送。', en: 'Reminders go out between 07:00 and 21:00 only.' },
  nobody: { zh: '该步骤没有收件人。', en: 'The step writes to nobody.' },
  twice: {
    zh: '开通通知和截止当日提醒各只能有一个。',
    en: 'There is one opening notice and one step on the due day at most.',
  },
}

const codesOf = (one: LadderStep, earlier: readonly LadderStep[]): LadderProblem['code'][] => {
  const codes: LadderProblem['code'][] = []
  const { timing } = one
  if (!/^[A-Za-z0-9-]{1,40}$/.test(one.id)) codes.push('badId')
  if (earlier.some((other) => other.id === one.id)) codes.push('duplicateId')
  if (timing.kind === 'before' || timing.kind === 'after') {
    if (!Number.isInteger(timing.count) || timing.count < 1 || timing.count > longestCount) codes.push('badCount')
  } else if (earlier.some((other) => other.timing.kind === timing.kind)) codes.push('twice')
  if (!isTimeOfDay(one.at)) codes.push('badTime')
  // The opening notice goes out at the opening itself, whatever its own time says.
  else if (timing.kind !== 'opening' && isNightTime(one.at)) codes.push('atNight')
  if (one.to.length === 0) codes.push('nobody')
  return codes
}

/** Everything wrong with a ladder, in its order; empty when it can be planned. */
export const ladderProblems = (ladder: readonly LadderStep[]): readonly LadderProblem[] =>
  ladder.flatMap((one, index) =>
    codesOf(one, ladder.slice(0, index)).map((code) => ({ step: one.id, code, message: said[code] })),
  )

/** What a step is called in the log and on the board: 「截止前 3 个工作日」. */
export const stepInWords = ({ timing }: Pick<LadderStep, 'timing'>): Words => {
  switch (timing.kind) {
    case 'opening':
      return { zh: '开通通知', en: 'opening notice' }
    case 'dueDay':
      return { zh: '截止当日', en: 'due day' }
    case 'before':
    case 'after': {
      const zhOf = timing.of === 'workingDays' ? '个工作日' : '天'
      const enOf = `${timing.of === 'workingDays' ? 'working day' : 'day'}${timing.count === 1 ? '' : 's'}`
      return timing.kind === 'before'
        ? { zh: `截止前 ${timing.count} ${zhOf}`, en: `${timing.count} ${enOf} before` }
        : { zh: `逾期 ${timing.count} ${zhOf}`, en: `${timing.count} ${enOf} overdue` }
    }
  }
}
