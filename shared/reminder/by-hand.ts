/*
 * Writing now (product R6): a coordinator writes to units that still owe. Nobody is written to twice within four
 * hours: what the ladder or somebody else has just said need not be said again, and the ladder waits as long after a
 * letter by hand. The n-th letter by hand for a due moment is claimed as such, so that of two who press at once one
 * posts.
 */
import { type Instant, plusMs } from '../time.ts'
import type { Words } from '../words.ts'

/** Between two letters that ask a unit for its return, if one of them is written by hand. */
export const coolDownHours = 4

const coolDownMs = coolDownHours * 3_600_000

/* A step of a ladder has no hyphen in its id (shared/api.ts). */
const prefix = 'hand-'

/** The claim of the n-th letter by hand for a due moment, from 1. */
export const handStep = (n: number): string => `${prefix}${n}`

export const isHandStep = (step: string): boolean => step.startsWith(prefix)

/** Until when a letter of that moment has to be left to work; undefined when that is over. */
export const coolsUntil = (writtenAt: Instant | undefined, now: Instant): Instant | undefined => {
  if (writtenAt === undefined) return undefined
  const until = plusMs(writtenAt, coolDownMs)
  return until > now ? until : undefined
}

/** Why a unit is not written to. */
export type NotWritten = 'notHere' | 'handedIn' | 'notOpen' | 'justWritten' | 'nobody' | 'notReached'

export const notWrittenInWords: Readonly<Record<NotWritten, Words>> = {
  notHere: { zh: '该单位不在本单位的汇总范围内。', en: 'The unit does not hand in to this one.' },
  handedIn: { zh: '该单位已报送，无需催报。', en: 'The unit has handed in.' },
  notOpen: { zh: '本轮目前未开放填报。', en: 'The round takes no returns now.' },
  justWritten: {
    zh: `${coolDownHours} 小时内已向该单位发送过提醒，请稍后再发。`,
    en: `The unit was written to within the last ${coolDownHours} hours; please wait a little.`,
  },
  nobody: { zh: '该单位没有填报人，请先登记人员。', en: 'Nobody fills in for the unit; please add a person first.' },
  notReached: {
    zh: '该单位填报人的邮箱均无法送达，请先更正。',
    en: 'No address of the unit’s people works; please correct it first.',
  },
}
