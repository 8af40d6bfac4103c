/* A letter's facts become its text, at the moment of delivery (product R7). */
import { workingDaysBefore } from '../round/working-days.ts'
import { dueDayOf, type Instant, instantAt, msOf } from '../time.ts'
import { type Letter, plainOf } from './letter.ts'
import type { DueEvent, LetterContext, WrittenLetter } from './letter-context.ts'
import { htmlOf } from './words/html.ts'
import { dueNotes, type LetterParts, partsOf, wordsOf } from './words/parts.ts'
import { textOf } from './words/text.ts'

const minuteMs = 60_000

const alarmsOf = (dueAt: Instant, zone: string, { calendar }: LetterContext): readonly Instant[] => {
  const day = dueDayOf(dueAt, zone)
  return [workingDaysBefore(day, 1, calendar), day].map((on) => instantAt(on, '09:00', zone)).filter((at) => at < dueAt)
}

const eventsOf = (letter: Letter, parts: LetterParts, context: LetterContext): readonly DueEvent[] =>
  letter.units.map((unit) => ({
    /* A test must not take the place of the entry that follows it. */
    uid: `${letter.round}.${unit.unit}${letter.kind === 'test' ? '.test' : ''}`,
    // Minutes since 1970: every later letter replaces the entry of an earlier one, without a counter to keep.
    sequence: Math.floor(msOf(letter.createdAt) / minuteMs),
    title: wordsOf(parts.language).eventTitle(parts.title, unit.name[parts.language]),
    description: [...parts.lead, ...dueNotes(letter, context), ...(parts.ask === undefined ? [] : [parts.ask])].join(
      '\n',
    ),
    dueAt: unit.dueAt,
    alarms: alarmsOf(unit.dueAt, letter.zone, context),
    url: context.link(letter.round, unit.unit),
    createdAt: letter.createdAt,
  }))

/**
 * Subject, text and HTML of a letter in its reader's language, with the calendar entries of an opening notice.
 * Write only a letter that isStillTrue has narrowed: the text says that its units still owe.
 */
export const writeLetter = (letter: Letter, present: LetterContext): WrittenLetter => {
  const context = letter.kind === 'test' ? { ...present, now: letter.asOf } : present
  const parts = partsOf(letter, context)
  const written = { subject: parts.subject, text: textOf(parts), html: htmlOf(parts) }
  return plainOf(letter).kind === 'opening' ? { ...written, ics: eventsOf(letter, parts, context) } : written
}
