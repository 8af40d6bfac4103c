/* What a letter's text needs beside the letter itself, and what comes out. Assembled by the shell at delivery. */
import type { Words } from '../form/form.ts'
import type { WorkingCalendar } from '../round/calendar.ts'
import type { Instant } from '../time.ts'
import type { UnitId } from '../unit/unit.ts'
import type { Digest } from './digest.ts'

/** Whom to ask. */
export interface Contact {
  readonly name: string
  readonly phone?: string | undefined
  readonly email: string
}

/** A section of a unit's return that is not finished yet. */
export interface MissingSection {
  readonly title: Words
  /** Cells still blank; 0 where only a check stands in the way. */
  readonly blankCells: number
}

export interface LetterContext {
  /** When the text is written: "how long is left" is counted from here. */
  readonly now: Instant
  /** Address of the return's page. */
  readonly link: (round: string, unit: UnitId) => string
  /** Address of a page of a report. */
  readonly page: (page: 'report' | 'summary', round: string, unit: UnitId) => string
  readonly calendar: WorkingCalendar
  /** The office that collects, as the signature names it: 海东市公安局. */
  readonly office: Words
  readonly coordinator?: Contact | undefined
  /** Per unit; a unit without an entry is not started. */
  readonly missing?: Readonly<Record<UnitId, readonly MissingSection[]>> | undefined
  readonly statutory: boolean
  /** Of a digest only, which cannot be written without. */
  readonly digest?: Digest | undefined
  /** The figures are made up: says so on top (演示数据). */
  readonly demo?: boolean | undefined
}

/** A calendar entry of the opening notice; functions/mail/ics.ts makes the file of it. */
export interface DueEvent {
  /** Stable for round and unit: a later entry replaces an earlier one. */
  readonly uid: string
  /** Raised with every letter (RFC 5545 SEQUENCE). */
  readonly sequence: number
  readonly title: string
  readonly description: string
  readonly dueAt: Instant
  /** Mornings on which the calendar rings: of the last working day before the due day, and of the due day. */
  readonly alarms: readonly Instant[]
  readonly url: string
  readonly createdAt: Instant
}

export interface WrittenLetter {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Opening notice only: one entry per unit. */
  readonly ics?: readonly DueEvent[]
}
