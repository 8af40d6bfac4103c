/*
 * A letter as it lies in the table: facts, not text. The text is written at delivery (words/), so that "how long is
 * left" is true when it arrives. No case data: no cell values, no comments on cells; the reason of a sending back
 * is the coordinator's own sentence. Whether a letter is still true: still-true.ts.
 */
import type { Words } from '../form/form.ts'
import type { Receipt } from '../return/return.ts'
import type { DueWhy } from '../round/due.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { Language, Role, UnitId } from '../unit/unit.ts'

export interface Recipient {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  /** Why the letter goes to this person: the one who fills in, or one who has to see to it. */
  readonly role: Role
}

/** One unit of a letter: a person who answers for several gets one letter that lists them. */
export interface LetterUnit {
  readonly unit: UnitId
  readonly name: Words
  /** The due moment the letter speaks of; half-open. */
  readonly dueAt: Instant
  readonly dueWhy: DueWhy
}

export interface LetterFacts {
  /** letterKey(…): identity in the table, SES message tag, X-Huibao-Letter. */
  readonly key: string
  readonly round: string
  readonly roundTitle: string
  /** The year reported on. */
  readonly year: number
  readonly to: Recipient
  /** At least one; exactly one in all kinds but opening, reminder and byHand. Of a digest: the collector itself. */
  readonly units: readonly LetterUnit[]
  readonly zone: string
  readonly createdAt: Instant
}

/** What a sent-back or reopened letter tells of; identifies the Correction by revision and moment. */
export interface CorrectionFacts {
  readonly reason: string
  /** The revision that was reviewed. */
  readonly revision: number
  readonly at: Instant
  /** Cells with a comment; the comments themselves are read in place. */
  readonly commentCount: number
}

/** What a letter tells of an edition: the summary as it was then. Totals of a unit, never those of a case. */
export interface PublishedFacts {
  readonly edition: number
  readonly at: Instant
  readonly hash: string
  readonly unitsIn: number
  readonly unitsMissing: number
  readonly figures: readonly {
    readonly label: Words
    readonly now: Words
    readonly last?: Words
    readonly growth?: string
  }[]
  /** What somebody should know, in sentences. */
  readonly notes: readonly Words[]
  /** Against the edition before: the first of them, and how many there are. A changed text has no values. */
  readonly changes: readonly { readonly label: Words; readonly was?: Words; readonly is?: Words }[]
  readonly changeCount: number
}

export type ReminderTiming = 'before' | 'dueDay' | 'overdue'

/** What goes out by the clock, and can be looked at beforehand. */
export type ClockKind =
  | { readonly kind: 'opening' }
  | { readonly kind: 'reminder'; readonly step: string; readonly timing: ReminderTiming }
  /** To the coordinators of a collector, on the morning of a day. What it tells is found out at delivery. */
  | { readonly kind: 'digest'; readonly day: LocalDate }

/** All but a test, which is a letter about one of these. */
export type PlainKind =
  | ClockKind
  /** The coordinator writes now: a reminder with a sentence of theirs, if they have one. */
  | { readonly kind: 'byHand'; readonly by: string; readonly note?: string | undefined }
  /** `onBehalf`: who handed in for the unit, by name. */
  | { readonly kind: 'receipt'; readonly receipt: Receipt; readonly onBehalf?: string | undefined }
  | { readonly kind: 'sentBack'; readonly correction: CorrectionFacts }
  | { readonly kind: 'reopened'; readonly correction: CorrectionFacts }
  | { readonly kind: 'extended'; readonly reason: string; readonly dueBefore: Instant }
  /** To the coordinators of a middle unit: the report that they handed up came back. */
  | { readonly kind: 'reportBack'; readonly reason: string; readonly by: string; readonly sentBackAt: Instant }
  /** To the leaders and coordinators of the round's owner. */
  | { readonly kind: 'published'; readonly published: PublishedFacts }

/** `test`: what the coordinator sends to themselves to see how it arrives. */
export type LetterKind =
  | PlainKind
  /** `asOf`: the text is written as though it were then. */
  | { readonly kind: 'test'; readonly sample: ClockKind; readonly asOf: Instant }

export type Letter = LetterFacts & LetterKind
export type PlainLetter = LetterFacts & PlainKind

/** The letter that a test shows; any other is itself. */
export const plainOf = (letter: Letter): PlainLetter => {
  if (letter.kind !== 'test') return letter
  const { sample, asOf: _asOf, kind: _kind, ...facts } = letter
  return { ...facts, ...sample }
}

/** Written by the clock, and therefore not at night (product R4); what somebody did goes out at once. */
export const goesByClock = {
  opening: true,
  reminder: true,
  digest: true,
  byHand: false,
  receipt: false,
  sentBack: false,
  reopened: false,
  extended: false,
  reportBack: false,
  published: false,
  test: false,
} as const satisfies Readonly<Record<LetterKind['kind'], boolean>>

/** What kind of letter it is, for the log. */
export const kindInWords = {
  opening: { zh: '开始填报通知', en: 'opening notice' },
  reminder: { zh: '催报提醒', en: 'reminder' },
  digest: { zh: '每日报送进度', en: 'digest' },
  byHand: { zh: '手动催报', en: 'written by hand' },
  receipt: { zh: '报送回执', en: 'receipt' },
  sentBack: { zh: '退回修改通知', en: 'sent back' },
  reopened: { zh: '重新开放通知', en: 'reopened' },
  extended: { zh: '延期通知', en: 'extended' },
  reportBack: { zh: '汇总数据退回通知', en: 'report sent back' },
  published: { zh: '报告发布通知', en: 'report published' },
  test: { zh: '测试信件', en: 'test' },
} as const satisfies Readonly<Record<LetterKind['kind'], Words>>

const longestKey = 200

/**
 * `<round>_<parentUnit>_<what>_<due moment or revision>_<personId>`: the key tells the table's partition. SES takes
 * letters, digits, `_` and `-` in a tag value and nothing else (API reference of MessageTag), so that the key itself
 * is the tag by which an event finds its letter. Only the person's id may contain `_`, being the last part.
 * @param what step id, or kind of the letter with its unit: `before3`, `receipt-630202`
 * @throws RangeError where a part is empty or has another character, or the key exceeds 200 characters
 */
export const letterKey = (parts: {
  readonly round: string
  readonly parentUnit: UnitId
  readonly what: string
  /** Due moment in digits ("20200131T160000000Z") or revision ("2"). */
  readonly which: string
  readonly personId: string
}): string => {
  const own = [parts.round, parts.parentUnit, parts.what, parts.which]
  const key = [...own, parts.personId].join('_')
  if (!own.every((part) => /^[A-Za-z0-9-]+$/.test(part)) || !/^[A-Za-z0-9_-]+$/.test(parts.personId))
    throw new RangeError(`Not usable in the key of a letter: ${JSON.stringify(key)}`)
  if (key.length > longestKey) throw new RangeError(`The key of a letter is too long: ${key}`)
  return key
}

/** Round and parent unit of a letter's key: its place in the table. Undefined for a text that is no such key. */
export const placeOfLetter = (key: string): { readonly round: string; readonly parentUnit: UnitId } | undefined => {
  const found = /^([A-Za-z0-9-]+)_([A-Za-z0-9-]+)_[A-Za-z0-9-]+_[A-Za-z0-9-]+_[A-Za-z0-9_-]+$/.exec(key)
  const [, round, parentUnit] = found ?? []
  return round === undefined || parentUnit === undefined ? undefined : { round, parentUnit }
}
