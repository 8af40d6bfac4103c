/*
 * A letter as parts, in one order for text and HTML (product R7): what, by when, how long is left, what exactly is
 * missing, one link per unit, whom to ask.
 */
import { dateInWords, dayInWords, inWords, timeLeftInWords, zoneInWords } from '../../round/due-in-words.ts'
import { dayOf, dueDayOf, type Instant, yearOf } from '../../time.ts'
import type { Language } from '../../unit/unit.ts'
import type { Letter, LetterUnit } from '../letter.ts'
import type { LetterContext } from '../letter-context.ts'
import { en } from './en.ts'
import type { LetterWords, Told } from './letter-words.ts'
import { zh } from './zh.ts'

export interface Labelled {
  readonly label: string
  readonly value: string
}

export interface UnitPart {
  readonly name: string
  readonly rows: readonly Labelled[]
  readonly missing: readonly string[]
  readonly missingLabel: string
  readonly link: { readonly label: string; readonly url: string }
}

export interface LetterParts {
  readonly language: Language
  readonly subject: string
  readonly demo?: string
  readonly title: string
  readonly greeting: string
  readonly lead: readonly string[]
  readonly facts: readonly Labelled[]
  readonly units: readonly UnitPart[]
  readonly notes: readonly string[]
  readonly ask: string
  readonly signature: readonly string[]
  readonly footer: string
  /** The one thing to look at: an overdue letter is marked so. */
  readonly tone: 'plain' | 'warn' | 'bad' | 'good'
}

export const wordsOf = (language: Language): LetterWords => ({ zh, en })[language]

const momentInWords = (at: Instant, zone: string, language: Language): string => {
  const said = inWords(at, zone, language)
  return zone === 'Asia/Shanghai' ? wordsOf(language).inZone(said, zoneInWords(zone, language)) : said
}

/** One line: no control characters, no line ends; a subject is a header. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

const earliestDue = (units: readonly LetterUnit[]): Instant | undefined => units.map(({ dueAt }) => dueAt).sort()[0]

const isAboutDue = (letter: Letter): boolean => letter.kind !== 'receipt'

export const toldOf = (letter: Letter, context: LetterContext): Told => {
  const { language } = letter.to
  const words = wordsOf(language)
  const dueAt = earliestDue(letter.units)
  const isOne = letter.units.every((unit) => unit.dueAt === dueAt)
  return {
    title: oneLine(letter.roundTitle),
    units: oneLine(words.join(letter.units.map(({ name }) => name[language]))),
    unitCount: letter.units.length,
    due: isOne && dueAt !== undefined ? momentInWords(dueAt, letter.zone, language) : undefined,
    left: dueAt === undefined ? '' : timeLeftInWords(context.now, dueAt, letter.zone, context.calendar, language),
  }
}

const missingOf = (letter: Letter, unit: LetterUnit, context: LetterContext): readonly string[] => {
  const words = wordsOf(letter.to.language)
  if (letter.kind !== 'reminder' || context.missing === undefined) return []
  const sections = Object.hasOwn(context.missing, unit.unit) ? context.missing[unit.unit] : undefined
  if (sections === undefined) return [words.notStarted]
  if (sections.length === 0) return [words.allFilled]
  return sections.map(({ title, blankCells }) => words.blankCells(title[letter.to.language], blankCells))
}

const unitPart = (letter: Letter, unit: LetterUnit, context: LetterContext): UnitPart => {
  const { language } = letter.to
  const words = wordsOf(language)
  const left = timeLeftInWords(context.now, unit.dueAt, letter.zone, context.calendar, language)
  const due = { label: words.dueLabel(unit.dueWhy), value: momentInWords(unit.dueAt, letter.zone, language) }
  return {
    name: unit.name[language],
    rows: isAboutDue(letter) ? [due, { label: words.leftLabel(context.now >= unit.dueAt), value: left }] : [],
    missing: missingOf(letter, unit, context),
    missingLabel: words.missingLabel,
    link: { label: letter.kind === 'receipt' ? words.view : words.open, url: context.link(letter.round, unit.unit) },
  }
}

const factsOf = (letter: Letter): readonly Labelled[] => {
  const { language } = letter.to
  const words = wordsOf(language)
  switch (letter.kind) {
    case 'opening':
    case 'reminder':
      return []
    case 'receipt': {
      const { receipt } = letter
      return [
        { label: words.receipt.number, value: receipt.number },
        { label: words.receipt.submittedAt, value: momentInWords(receipt.submittedAt, letter.zone, language) },
        { label: words.dueLabel('round'), value: momentInWords(receipt.dueAt, letter.zone, language) },
        { label: words.receipt.timeliness, value: words.receipt.timelinessIn[receipt.timeliness] },
        { label: words.receipt.revision, value: String(receipt.revision) },
        { label: words.receipt.hash, value: receipt.hash },
      ]
    }
    case 'sentBack':
    case 'reopened': {
      const { reason, commentCount } = letter.correction
      const comments = { label: words.comments, value: words.commentCount(commentCount) }
      return [{ label: words.reason, value: reason }, ...(commentCount > 0 ? [comments] : [])]
    }
    case 'extended':
      return [
        { label: words.dueBefore, value: momentInWords(letter.dueBefore, letter.zone, language) },
        { label: words.reason, value: letter.reason },
      ]
  }
}

/** What is to be known of the due day: that it is a day off, or that its year's holidays are not published. */
export const dueNotes = (letter: Letter, { now, calendar }: LetterContext): readonly string[] => {
  const { language } = letter.to
  const words = wordsOf(language)
  const ahead = letter.units.filter(({ dueAt }) => now < dueAt)
  const days = [...new Set(ahead.map(({ dueAt }) => dueDayOf(dueAt, letter.zone)))]
  const off = days.filter((day) => calendar.isDayOff(day))
  const years = [...new Set(days.map(yearOf))].filter((year) => !calendar.knows(year))
  return [
    ...off.map((day) => words.dayOff(dayInWords(day, language), calendar.nameOf(day))),
    ...years.map((year) => words.unknownYear(year)),
  ]
}

const notesOf = (letter: Letter, context: LetterContext): readonly string[] => {
  const words = wordsOf(letter.to.language)
  const asksToFill = letter.kind === 'opening' || letter.kind === 'reminder' || letter.kind === 'extended'
  return [
    ...(isAboutDue(letter) ? dueNotes(letter, context) : []),
    ...(asksToFill ? [words.nilReturn] : []),
    ...(letter.kind === 'opening' ? [words.calendarAttached] : []),
    ...(context.statutory ? [] : [words.notStatutory]),
  ]
}

const toneOf = (letter: Letter): LetterParts['tone'] => {
  switch (letter.kind) {
    case 'opening':
    case 'extended':
      return 'plain'
    case 'receipt':
      return letter.receipt.timeliness === 'late' ? 'warn' : 'good'
    case 'sentBack':
    case 'reopened':
      return 'warn'
    case 'reminder':
      return letter.timing === 'overdue' ? 'bad' : letter.timing === 'dueDay' ? 'warn' : 'plain'
  }
}

/** The letter in parts, in its reader's language. */
export const partsOf = (letter: Letter, context: LetterContext): LetterParts => {
  const { language } = letter.to
  const words = wordsOf(language)
  const told = toldOf(letter, context)
  return {
    language,
    subject: oneLine(words.subject(letter, told)),
    ...(context.demo === true ? { demo: words.demo } : {}),
    title: told.title,
    greeting: words.greeting(oneLine(letter.to.name)),
    lead: words.lead(letter, told),
    facts: factsOf(letter),
    units: letter.units.map((unit) => unitPart(letter, unit, context)),
    notes: notesOf(letter, context),
    ask: words.ask(context.coordinator, context.office[language]),
    signature: [context.office[language], dateInWords(dayOf(context.now, letter.zone), language)],
    footer: words.footer,
    tone: toneOf(letter),
  }
}
