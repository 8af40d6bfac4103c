/*
 * The letters written so far, for the log (product R5): the newest first, a bounded number at a time. A round of 150
 * units has a thousand; they lie in one partition in the order of their keys, so that all are read and a part answered.
 */
import type { QueryOf, Routes } from '../../shared/api.ts'
import { kindInWords, type Letter, plainOf } from '../../shared/reminder/letter.ts'
import { supersededInWords } from '../../shared/reminder/still-true.ts'
import { stepInWords } from '../../shared/round/ladder.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Language } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import type { StoredLetter } from '../store/letters.ts'

type Asked = Pick<QueryOf<Routes['getReminders']>, 'state' | 'kind' | 'about' | 'after'>

const pageSize = 100

/** When the letter came into the state that it is in. */
export const momentOf = ({ outcome, letter }: StoredLetter): Instant => {
  switch (outcome.state) {
    case 'queued':
      return letter.createdAt
    case 'attempted':
      return outcome.attemptedAt
    case 'sent':
      return outcome.sentAt
    case 'delivered':
      return outcome.deliveredAt
    case 'superseded':
    case 'refused':
    case 'bounced':
    case 'complained':
      return outcome.at
  }
}

/** Why a letter did not go out or came back, in the reader's language; what the mail service said is as it said it. */
const becauseOf = ({ outcome }: StoredLetter, language: Language): { readonly because?: string } => {
  if (outcome.state === 'refused' || outcome.state === 'bounced' || outcome.state === 'complained')
    return { because: outcome.because }
  return outcome.state === 'superseded' ? { because: supersededInWords[outcome.because][language] } : {}
}

/** In words: the step of a reminder, else what kind of letter it is. */
const subjectOf = (round: Round, { letter }: StoredLetter): Words => {
  const said = kindInWords[letter.kind]
  const plain = plainOf(letter)
  const step = plain.kind === 'reminder' ? round.ladder.find(({ id }) => id === plain.step) : undefined
  if (step === undefined) return said
  const words = stepInWords(step)
  return { zh: `${said.zh}：${words.zh}`, en: `${said.en}: ${words.en}` }
}

/** Id of the step for a reminder, else what kind of letter it is. */
const kindOf = (letter: Letter): string => (letter.kind === 'reminder' ? letter.step : letter.kind)

const kindWords = (round: Round, letters: readonly StoredLetter[]) => {
  const all = new Map(
    letters.map((one) => [kindOf(one.letter), one.letter.kind === 'test' ? kindInWords.test : subjectOf(round, one)]),
  )
  return [...all].map(([kind, words]) => ({ kind, words }))
}

/* By the moment of posting, which no event changes: a letter does not move between two pages. */
const positionOf = ({ letter }: StoredLetter): string => `${letter.createdAt}~${letter.key}`

const newestFirst = (one: StoredLetter, other: StoredLetter): number => (positionOf(one) > positionOf(other) ? -1 : 1)

const countsOf = (letters: readonly StoredLetter[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(letters, ({ outcome }) => outcome.state)].map(([state, all]) => [state, all.length]),
  )

/** One page of the log, and the names of the units that its letters name. */
export const logOf = (round: Round, letters: readonly StoredLetter[], asked: Asked, language: Language) => {
  const { state, kind, about, after } = asked
  const ofThese = letters.filter(
    ({ letter }) =>
      (kind === undefined || kindOf(letter) === kind) &&
      (about === undefined || letter.units.some(({ unit }) => unit === about)),
  )
  const left = ofThese
    .filter(({ outcome }) => state === undefined || outcome.state === state)
    .sort(newestFirst)
    .filter((one) => after === undefined || positionOf(one) < after)
  const page = left.slice(0, pageSize)
  const last = left.length > pageSize ? page.at(-1) : undefined
  return {
    named: page.flatMap(({ letter }) => letter.units.map(({ unit, name }) => ({ unit, name }))),
    answer: {
      letters: page.map((stored) => ({
        key: stored.letter.key,
        kind: kindOf(stored.letter),
        subjectWords: subjectOf(round, stored),
        to: stored.sentTo ?? stored.letter.to.email,
        name: stored.letter.to.name,
        state: stored.outcome.state,
        at: momentOf(stored),
        ...(stored.outcome.state === 'delivered' ? { deliveredAt: stored.outcome.deliveredAt } : {}),
        units: stored.letter.units.map(({ unit }) => unit),
        ...becauseOf(stored, language),
      })),
      ...(last === undefined ? {} : { after: positionOf(last) }),
      counts: countsOf(ofThese),
      kinds: kindWords(round, letters),
    },
  }
}
