/* What the news of a published report says: the edition, the summary, and what a correction has changed. */
import { inWords, zoneInWords } from '../../round/due-in-words.ts'
import type { PlainLetter } from '../letter.ts'
import type { ListPart } from './digest-parts.ts'
import type { LetterWords } from './letter-words.ts'
import type { Labelled } from './parts.ts'

type Published = PlainLetter & { readonly kind: 'published' }

export const publishedFacts = ({ published, to, zone }: Published, words: LetterWords): readonly Labelled[] => {
  const { language } = to
  const { edition, at, hash, unitsIn, unitsMissing, figures } = published
  const said = inWords(at, zone, language)
  const moment = zone === 'Asia/Shanghai' ? words.inZone(said, zoneInWords(zone, language)) : said
  return [
    { label: words.published.edition, value: words.published.editionIn(edition, moment) },
    { label: words.published.unitsIn, value: words.published.unitsInOf(unitsIn, unitsIn + unitsMissing) },
    ...figures.map(({ label, now, last, growth }) => {
      const value = now[language] === '' ? words.published.blank : now[language]
      const before = last?.[language] ?? ''
      return {
        label: label[language],
        value: before === '' ? value : words.published.besideLast(value, before, growth),
      }
    }),
    { label: words.receipt.hash, value: hash },
  ]
}

export const publishedLists = ({ published, to }: Published, words: LetterWords): readonly ListPart[] => {
  const { language } = to
  const { notes, changes, changeCount } = published
  const shown = (value: string | undefined): string =>
    value === undefined || value === '' ? words.published.blank : value
  const left = changeCount - changes.length
  const rows = changes.map(({ label, was, is }) => ({
    name: label[language],
    isBad: false,
    details: [
      was === undefined && is === undefined
        ? words.published.textChanged
        : words.published.change(shown(was?.[language]), shown(is?.[language])),
    ],
  }))
  return [
    ...(rows.length === 0
      ? []
      : [{ title: words.published.changes, rows, ...(left > 0 ? { more: words.published.more(left) } : {}) }]),
    ...(notes.length === 0
      ? []
      : [
          {
            title: words.published.notes,
            rows: notes.map((note) => ({ name: note[language], details: [], isBad: false })),
          },
        ]),
  ]
}
