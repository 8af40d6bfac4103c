/*
 * Is a letter still true at delivery (product R8)? One that events have overtaken is not sent but marked superseded;
 * one that speaks of several units is narrowed to those that still owe. Asked again right before sending.
 */
import type { Words } from '../form/form.ts'
import type { Correction, Extension, ReturnStage } from '../return/return.ts'
import type { RoundStage } from '../round/round.ts'
import { dayOf, type Instant } from '../time.ts'
import type { UnitId } from '../unit/unit.ts'
import type { CorrectionFacts, Letter, LetterUnit, PlainLetter } from './letter.ts'

/** What the table says of a unit now. */
export interface UnitNow {
  /** Absent: not started. */
  readonly stage?: ReturnStage | undefined
  /** dueOf(…) now. */
  readonly dueAt: Instant
  readonly revisions: number
  /** The open correction, if any. */
  readonly correction?: Pick<Correction, 'kind' | 'revision' | 'at' | 'dueAt'> | undefined
  readonly extension?: Pick<Extension, 'dueAt'> | undefined
  /** Of a middle unit whose report stands sent back: when it was. */
  readonly reportSentBackAt?: Instant | undefined
  /** The ladder is silent for the unit. */
  readonly isMuted?: boolean | undefined
}

export type SupersededBecause =
  | 'handedIn'
  | 'dueMoved'
  | 'duePassed'
  | 'roundClosed'
  | 'unitGone'
  | 'correctionOver'
  | 'extensionOver'
  | 'revisionGone'
  /** A newer step was posted while this one could not go out. */
  | 'overtaken'
  /** The reader was removed, or answers for none of the units any more. */
  | 'personGone'
  | 'muted'
  /** A digest tells of its own day only. */
  | 'dayOver'
  /** The report has been published again since. */
  | 'newerEdition'

export type StillTrue =
  /** `letter` names only the units of which it is still true. */
  { readonly isTrue: true; readonly letter: Letter } | { readonly isTrue: false; readonly because: SupersededBecause }

export interface Present {
  readonly now: Instant
  readonly round: RoundStage
  /** The newest edition of the round's report; 0 before the first. */
  readonly edition: number
  /** Of each unit the letter names; a unit that is missing here is gone from the round. */
  readonly units: Readonly<Record<UnitId, UnitNow>>
}

/** For the log: why a letter was not sent. */
export const supersededInWords: Readonly<Record<SupersededBecause, Words>> = {
  handedIn: { zh: '单位已报送，信件不再发送。', en: 'The unit has handed in; the letter is not sent.' },
  dueMoved: { zh: '截止时间已变更，信件不再发送。', en: 'The due moment has changed; the letter is not sent.' },
  duePassed: { zh: '截止时间已过，信件不再发送。', en: 'The due moment has passed; the letter is not sent.' },
  roundClosed: { zh: '本轮报送已关闭，信件不再发送。', en: 'The round is closed; the letter is not sent.' },
  unitGone: {
    zh: '该单位已不在本轮范围内，信件不再发送。',
    en: 'The unit has left the round; the letter is not sent.',
  },
  correctionOver: { zh: '该次退回已办结，信件不再发送。', en: 'The correction is over; the letter is not sent.' },
  extensionOver: {
    zh: '该次延期已撤销或变更，信件不再发送。',
    en: 'The extension no longer stands; the letter is not sent.',
  },
  personGone: {
    zh: '收件人已调离或不再负责该单位，信件不再发送。',
    en: 'The reader no longer answers for the unit; the letter is not sent.',
  },
  muted: { zh: '该单位已暂停提醒，信件不再发送。', en: 'The unit is muted; the letter is not sent.' },
  dayOver: { zh: '已不是当日，信件不再发送。', en: 'Its day is over; the letter is not sent.' },
  newerEdition: { zh: '报告已发布新版，信件不再发送。', en: 'A newer edition is out; the letter is not sent.' },
  overtaken: { zh: '已有较新的提醒，信件不再发送。', en: 'A newer reminder has been posted; the letter is not sent.' },
  revisionGone: {
    zh: '该次报送记录不存在，信件不再发送。',
    en: 'The submission is not there; the letter is not sent.',
  },
}

/** Does a unit still owe its return at the stage it is in? Not started, drafting and sent back do. */
export const stillOwes = (stage: ReturnStage | undefined): boolean =>
  stage === undefined || stage === 'drafting' || stage === 'sentBack'

const isOpen = (stage: RoundStage): boolean => stage === 'planned' || stage === 'approved' || stage === 'open'

/* What a coordinator writes by hand is said of an overdue unit too, and to a muted one. */
type Asking = PlainLetter & { readonly kind: 'opening' | 'reminder' | 'byHand' }

/** Why a letter that asks for a return is no longer true of a unit; undefined when it is. */
const owedNoMore = (letter: Asking, told: LetterUnit, present: Present): SupersededBecause | undefined => {
  const unit = present.units[told.unit]
  if (unit === undefined) return 'unitGone'
  if (!stillOwes(unit.stage)) return 'handedIn'
  // A reopened return is owed after closing too: the round's wall does not stand before a correction.
  if (!isOpen(present.round) && unit.correction === undefined) return 'roundClosed'
  if (unit.dueAt !== told.dueAt) return 'dueMoved'
  if (letter.kind === 'byHand') return undefined
  if (unit.isMuted === true) return 'muted'
  const isOverdue = letter.kind === 'reminder' && letter.timing === 'overdue'
  return !isOverdue && present.now >= told.dueAt ? 'duePassed' : undefined
}

const isSameCorrection = (told: CorrectionFacts, kind: Correction['kind'], unit: UnitNow): boolean =>
  stillOwes(unit.stage) &&
  unit.correction?.kind === kind &&
  unit.correction.revision === told.revision &&
  unit.correction.at === told.at

type Telling = PlainLetter & { readonly kind: 'receipt' | 'sentBack' | 'reopened' | 'extended' | 'reportBack' }

const overFor = (letter: Telling, told: LetterUnit, unit: UnitNow): SupersededBecause | undefined => {
  switch (letter.kind) {
    case 'receipt':
      return unit.revisions >= letter.receipt.revision ? undefined : 'revisionGone'
    case 'sentBack':
    case 'reopened':
      return isSameCorrection(letter.correction, letter.kind, unit) ? undefined : 'correctionOver'
    case 'reportBack':
      return unit.reportSentBackAt === letter.sentBackAt ? undefined : 'correctionOver'
    case 'extended':
      if (!stillOwes(unit.stage)) return 'handedIn'
      return unit.extension?.dueAt === told.dueAt ? undefined : 'extensionOver'
  }
}

/**
 * The letter as it is true now, or why it is not. A letter to several units is superseded only when it is true of
 * none; the reason is then the first unit's.
 */
export const isStillTrue = (letter: Letter, present: Present): StillTrue => {
  const judged = letter.units.map((told) => ({ told, because: becauseOf(letter, told, present) }))
  const units = judged.filter(({ because }) => because === undefined).map(({ told }) => told)
  return units.length > 0
    ? { isTrue: true, letter: units.length === letter.units.length ? letter : { ...letter, units } }
    : { isTrue: false, because: judged[0]?.because ?? 'unitGone' }
}

const becauseOf = (letter: Letter, told: LetterUnit, present: Present): SupersededBecause | undefined => {
  switch (letter.kind) {
    case 'test':
      return undefined
    case 'published':
      return present.edition === letter.published.edition ? undefined : 'newerEdition'
    case 'digest':
      if (dayOf(present.now, letter.zone) !== letter.day) return 'dayOver'
      return isOpen(present.round) ? undefined : 'roundClosed'
    case 'opening':
    case 'reminder':
    case 'byHand':
      return owedNoMore(letter, told, present)
    case 'receipt':
    case 'sentBack':
    case 'reopened':
    case 'extended':
    case 'reportBack': {
      const unit = present.units[told.unit]
      return unit === undefined ? 'unitGone' : overFor(letter, told, unit)
    }
  }
}
