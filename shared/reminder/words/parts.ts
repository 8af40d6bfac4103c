/*
 * A letter as parts, in one order for text and HTML (product R7): what, by when, how long is left, what exactly is
 * missing, one link per unit, whom to ask.
 */
import { dateInWords, dayInWords, inWords, timeLeftInWords, zoneInWords } from '../../round/due-in-words.ts'
import { dayOf, dueDayOf, type Instant, yearOf } from '../../time.ts'
import type { Language } from '../../unit/unit.ts'
import { type Letter, type LetterUnit, type PlainLetter, plainOf } from '../letter.ts'
import type { LetterContext } from '../letter-context.ts'
import { countsOf, type ListPart, listsOf, progressOf } from './digest-parts.ts'
import { en } from './en.ts'
import type { LetterWords, Told } from './letter-words.ts'
import { publishedFacts, publishedLists } from './published-parts.ts'
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
  /** On top, before all else: demonstration data, a test. */
  readonly bands: readonly string[]
  readonly title: string
  readonly greeting: string
  readonly lead: readonly string[]
  /** Somebody's own sentence, as they wrote it. */
  readonly note?: Labelled | undefined
  readonly facts: readonly Labelled[]
  readonly lists: readonly ListPart[]
  readonly units: readonly UnitPart[]
  readonly notes: readonly string[]
  /** Whom to ask; absent for those who are asked. */
  readonly ask: string | undefined
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

const isAboutDue = (letter: PlainLetter): boolean => letter.kind !== 'receipt' && letter.kind !== 'published'

const toldOf = (letter: PlainLetter, context: LetterContext): Told => {
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
    isOverdue: letter.units.every((unit) => unit.dueAt <= context.now),
    ...(letter.kind === 'digest' ? { progress: progressOf(letter, context) } : {}),
  }
}

const missingOf = (letter: PlainLetter, unit: LetterUnit, context: LetterContext): readonly string[] => {
  const words = wordsOf(letter.to.language)
  if ((letter.kind !== 'reminder' && letter.kind !== 'byHand') || context.missing === undefined) return []
  const sections = Object.hasOwn(context.missing, unit.unit) ? context.missing[unit.unit] : undefined
  if (sections === undefined) return [words.notStarted]
  if (sections.length === 0) return [words.allFilled]
  return sections.map(({ title, blankCells }) => words.blankCells(title[letter.to.language], blankCells))
}

/** Who fills in opens the return for that; the others read it. */
const linkOf = (letter: PlainLetter, unit: LetterUnit, context: LetterContext): UnitPart['link'] => {
  const words = wordsOf(letter.to.language)
  if (letter.kind === 'digest') return { label: words.digest.open, url: context.digest?.link ?? '' }
  if (letter.kind === 'published')
    return { label: words.published.open, url: context.page('summary', letter.round, unit.unit) }
  if (letter.kind === 'reportBack')
    return { label: words.openReport, url: context.page('report', letter.round, unit.unit) }
  const isToRead = letter.kind === 'receipt' || letter.to.role !== 'reporter'
  return { label: isToRead ? words.view : words.open, url: context.link(letter.round, unit.unit) }
}

const unitPart = (letter: PlainLetter, unit: LetterUnit, context: LetterContext): UnitPart => {
  const { language } = letter.to
  const words = wordsOf(language)
  const left = timeLeftInWords(context.now, unit.dueAt, letter.zone, context.calendar, language)
  const due = { label: words.dueLabel(unit.dueWhy), value: momentInWords(unit.dueAt, letter.zone, language) }
  return {
    name: unit.name[language],
    rows: isAboutDue(letter) ? [due, { label: words.leftLabel(context.now >= unit.dueAt), value: left }] : [],
    missing: missingOf(letter, unit, context),
    missingLabel: words.missingLabel,
    link: linkOf(letter, unit, context),
  }
}

const factsOf = (letter: PlainLetter, context: LetterContext): readonly Labelled[] => {
  const { language } = letter.to
  const words = wordsOf(language)
  switch (letter.kind) {
    case 'opening':
    case 'reminder':
    case 'byHand':
      return []
    case 'digest':
      return countsOf(letter, context, words)
    case 'receipt': {
      const { receipt } = letter
      return [
        { label: words.receipt.number, value: receipt.number },
        { label: words.receipt.submittedAt, value: momentInWords(receipt.submittedAt, letter.zone, language) },
        { label: words.dueLabel('round'), value: momentInWords(receipt.dueAt, letter.zone, language) },
        { label: words.receipt.timeliness, value: words.receipt.timelinessIn[receipt.timeliness] },
        { label: words.receipt.revision, value: String(receipt.revision) },
        ...(letter.onBehalf === undefined ? [] : [{ label: words.receipt.onBehalf, value: oneLine(letter.onBehalf) }]),
        { label: words.receipt.hash, value: receipt.hash },
      ]
    }
    case 'sentBack':
    case 'reopened': {
      const { reason, commentCount } = letter.correction
      const comments = { label: words.comments, value: words.commentCount(commentCount) }
      return [{ label: words.reason, value: reason }, ...(commentCount > 0 ? [comments] : [])]
    }
    case 'reportBack':
      return [{ label: words.reason, value: letter.reason }]
    case 'published':
      return publishedFacts(letter, words)
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

const notesOf = (letter: PlainLetter, context: LetterContext): readonly string[] => {
  const words = wordsOf(letter.to.language)
  const asking: readonly PlainLetter['kind'][] = ['opening', 'reminder', 'byHand', 'extended']
  const asksToFill = asking.includes(letter.kind) && letter.to.role === 'reporter'
  return [
    ...(isAboutDue(letter) ? dueNotes(letter, context) : []),
    ...(asksToFill ? [words.nilReturn] : []),
    ...(letter.kind === 'opening' ? [words.calendarAttached] : []),
    ...(context.statutory ? [] : [words.notStatutory]),
  ]
}

const toneOf = (letter: PlainLetter, isOverdue: boolean): LetterParts['tone'] => {
  switch (letter.kind) {
    case 'opening':
    case 'extended':
    case 'digest':
      return 'plain'
    case 'byHand':
      return isOverdue ? 'bad' : 'warn'
    case 'receipt':
      return letter.receipt.timeliness === 'late' ? 'warn' : 'good'
    case 'published':
      return 'good'
    case 'sentBack':
    case 'reopened':
    case 'reportBack':
      return 'warn'
    case 'reminder':
      return letter.timing === 'overdue' ? 'bad' : letter.timing === 'dueDay' ? 'warn' : 'plain'
  }
}

/* Line ends stay; other control characters, and those that turn the direction of what follows, do not. */
const asTyped = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()

const noteOf = (letter: PlainLetter): Labelled | undefined =>
  letter.kind !== 'byHand' || letter.note === undefined || asTyped(letter.note) === ''
    ? undefined
    : { label: wordsOf(letter.to.language).noteLabel(oneLine(letter.by)), value: asTyped(letter.note) }

/** Nobody is told to ask themselves. */
const isOwnContact = ({ to }: PlainLetter, { coordinator }: LetterContext): boolean =>
  to.role === 'coordinator' || (coordinator !== undefined && coordinator.email === to.email)

/** The letter in parts, in its reader's language. */
export const partsOf = (anyLetter: Letter, context: LetterContext): LetterParts => {
  const letter = plainOf(anyLetter)
  const isTest = anyLetter.kind === 'test'
  const { language } = letter.to
  const words = wordsOf(language)
  const told = toldOf(letter, context)
  const subject = words.subject(letter, told)
  return {
    language,
    subject: oneLine(isTest ? words.testSubject(subject) : subject),
    bands: [...(isTest ? [words.test] : []), ...(context.demo === true ? [words.demo] : [])],
    title: told.title,
    greeting: words.greeting(oneLine(letter.to.name)),
    lead: words.lead(letter, told),
    note: noteOf(letter),
    facts: factsOf(letter, context),
    lists:
      letter.kind === 'digest'
        ? listsOf(letter, context, words)
        : letter.kind === 'published'
          ? publishedLists(letter, words)
          : [],
    units: letter.units.map((unit) => unitPart(letter, unit, context)),
    notes: notesOf(letter, context),
    ask: isOwnContact(letter, context) ? undefined : words.ask(context.coordinator, context.office[language]),
    signature: [context.office[language], dateInWords(dayOf(context.now, letter.zone), language)],
    footer: words.footer,
    tone: toneOf(letter, told.isOverdue),
  }
}
