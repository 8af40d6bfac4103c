/* The text part of a letter: as complete as the HTML, readable in a terminal. */
import type { ListPart } from './digest-parts.ts'
import type { Labelled, LetterParts, UnitPart } from './parts.ts'

const row = ({ label, value }: Labelled, colon: string): string => `${label}${colon}${value}`

const unitLines = (unit: UnitPart, colon: string): string =>
  [
    `■ ${unit.name}`,
    ...unit.rows.map((one) => `  ${row(one, colon)}`),
    ...(unit.missing.length > 0
      ? [`  ${unit.missingLabel}${colon.trim()}`, ...unit.missing.map((one) => `    - ${one}`)]
      : []),
    `  ${unit.link.label}${colon.trim()}`,
    `  ${unit.link.url}`,
  ].join('\n')

/* Each line set in, so that nothing somebody typed can pass for a part of the letter. */
const noteLines = ({ label, value }: Labelled, colon: string): string =>
  [`${label}${colon.trim()}`, ...value.split('\n').map((line) => `  ${line}`.trimEnd())].join('\n')

const listLines = ({ title, rows, more }: ListPart): string =>
  [
    `■ ${title}`,
    ...rows.flatMap(({ name, details }) => [`  - ${name}`, ...details.map((one) => `    ${one}`)]),
    ...(more === undefined ? [] : [`  ${more}`]),
  ].join('\n')

/** Paragraphs with an empty line between them; ends in one line end. */
export const textOf = (parts: LetterParts): string => {
  const colon = parts.language === 'zh' ? '：' : ': '
  const paragraphs = [
    ...parts.bands.map((band) => `[${band}]`),
    parts.greeting,
    ...parts.lead,
    ...(parts.note === undefined ? [] : [noteLines(parts.note, colon)]),
    ...(parts.facts.length > 0 ? [parts.facts.map((one) => row(one, colon)).join('\n')] : []),
    ...parts.lists.map((list) => listLines(list)),
    ...parts.units.map((unit) => unitLines(unit, colon)),
    ...parts.notes,
    ...(parts.ask === undefined ? [] : [parts.ask]),
    parts.signature.join('\n'),
    `--\n${parts.footer}`,
  ]
  return `${paragraphs.join('\n\n')}\n`
}
