/* A digest in parts: counts, who is missing and how to reach them, what did not arrive, whom nobody can reach. */
import { dateInWords, inWords, timeLeftInWords } from '../../round/due-in-words.ts'
import { dayOf, timeOf } from '../../time.ts'
import { type Digest, type DigestUnit, isMissing } from '../digest.ts'
import type { LetterFacts, PlainLetter } from '../letter.ts'
import type { LetterContext } from '../letter-context.ts'
import type { LetterWords, Progress } from './letter-words.ts'
import type { Labelled } from './parts.ts'

export interface ListPart {
  readonly title: string
  readonly rows: readonly { readonly name: string; readonly details: readonly string[]; readonly isBad: boolean }[]
  /** What is left out of a list that is too long for a letter. */
  readonly more?: string | undefined
}

type DigestLetter = LetterFacts & PlainLetter & { readonly kind: 'digest' }

/* A letter that nobody scrolls to the end of says less than a page. */
const longestList = 60
const longestReason = 60

/** @throws RangeError where the shell has not looked the digest up */
const digestIn = ({ digest }: LetterContext): Digest => {
  if (digest === undefined) throw new RangeError('A digest cannot be written without what it tells.')
  return digest
}

const isOverdue = (unit: DigestUnit, { now }: LetterContext): boolean => isMissing(unit) && unit.due.dueAt <= now

export const progressOf = (letter: DigestLetter, context: LetterContext): Progress => {
  const { units } = digestIn(context)
  const { language } = letter.to
  const missing = units.filter(isMissing).length
  const day = dateInWords(dayOf(context.now, letter.zone), language)
  return {
    day,
    at: language === 'zh' ? `${day}${timeOf(context.now, letter.zone)}` : `${day}, ${timeOf(context.now, letter.zone)}`,
    all: units.length,
    in: units.length - missing,
    missing,
  }
}

/** How many of each; what there is none of is left out, but for the three that add up to all. */
export const countsOf = (
  _: DigestLetter,
  context: LetterContext,
  { digest: words }: LetterWords,
): readonly Labelled[] => {
  const { units } = digestIn(context)
  const missing = units.filter(isMissing)
  const all = {
    accepted: units.filter(({ stage }) => stage === 'accepted').length,
    toReview: units.filter(({ stage }) => stage === 'submitted').length,
    missing: missing.length,
  }
  const some = {
    overdue: missing.filter((unit) => isOverdue(unit, context)).length,
    extended: missing.filter(({ due }) => due.why === 'extension').length,
    muted: missing.filter(({ muted }) => muted !== undefined).length,
    unreachable: missing.filter(({ isUnreachable }) => isUnreachable).length,
  }
  const row = (name: keyof typeof words.counts, count: number) => ({
    label: words.counts[name],
    value: words.units(count),
  })
  return [
    row('accepted', all.accepted),
    row('toReview', all.toReview),
    row('missing', all.missing),
    ...(['overdue', 'extended', 'muted', 'unreachable'] as const).flatMap((name) =>
      some[name] === 0 ? [] : [row(name, some[name])],
    ),
  ]
}

const shortened = (text: string): string => {
  const line = [...text.replaceAll(/\s+/g, ' ')]
  return line.length > longestReason ? `${line.slice(0, longestReason).join('')}…` : line.join('')
}

const joined = (letter: DigestLetter, parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(letter.to.language === 'zh' ? '，' : ', ')

const missingRow = (letter: DigestLetter, unit: DigestUnit, context: LetterContext, words: LetterWords['digest']) => {
  const { language } = letter.to
  const { stage, due, progress, contact } = unit
  const isLate = isOverdue(unit, context)
  const left = timeLeftInWords(context.now, due.dueAt, letter.zone, context.calendar, language)
  const state = joined(letter, [
    isLate ? words.overdue(left) : '',
    stage === 'submitted' || stage === 'accepted' ? '' : words.stage(stage, unit.isReport === true),
    progress === undefined || stage === undefined ? '' : words.filled(progress.filled, progress.total),
    due.why === 'extension' || due.why === 'correction'
      ? words.due(inWords(due.dueAt, letter.zone, language), due.why)
      : '',
  ])
  const who = unit.isUnreachable ? words.nobody : [contact?.name ?? '', contact?.phone ?? ''].join(' ').trim()
  const muted = unit.muted === undefined ? '' : words.mutedBecause(shortened(unit.muted))
  return { name: unit.name[language], details: [state, muted, who].filter((one) => one !== ''), isBad: isLate }
}

const list = (title: string, rows: ListPart['rows'], words: LetterWords['digest']): readonly ListPart[] =>
  rows.length === 0
    ? []
    : [
        {
          title,
          rows: rows.slice(0, longestList),
          more: rows.length > longestList ? words.more(rows.length - longestList) : undefined,
        },
      ]

/** Overdue ones first, then by due moment, then in the order of the board. */
const byUrgency = (units: readonly DigestUnit[]): readonly DigestUnit[] =>
  units.toSorted((a, b) => (a.due.dueAt === b.due.dueAt ? 0 : a.due.dueAt < b.due.dueAt ? -1 : 1))

export const listsOf = (letter: DigestLetter, context: LetterContext, all: LetterWords): readonly ListPart[] => {
  const { digest: words } = all
  const { units, cameBack } = digestIn(context)
  const { language } = letter.to
  const missing = byUrgency(units.filter(isMissing))
  const named = (unit: DigestUnit, details: readonly string[]) => ({ name: unit.name[language], details, isBad: false })
  return [
    ...list(
      words.cameBack,
      cameBack.map(({ name, email, units: about, because }) => ({
        name: `${name} ${email}`,
        details: [all.join(about.map((unit) => unit[language])), ...(because === undefined ? [] : [because])],
        isBad: false,
      })),
      words,
    ),
    ...list(
      words.unreachable,
      missing.filter(({ isUnreachable }) => isUnreachable).map((unit) => named(unit, [])),
      words,
    ),
    ...list(
      words.missing,
      missing.map((unit) => missingRow(letter, unit, context, words)),
      words,
    ),
  ]
}
