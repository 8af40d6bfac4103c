/* Blocks of text as Word paragraphs. */
import { AlignmentType, HeadingLevel, Paragraph, TextRun } from 'docx'
import type { Block } from '../../shared/report/document.ts'
import { character, linePitch } from './word-measures.ts'
import { styleIds } from './word-styles.ts'
import { xmlLines } from './word-text.ts'

type BlockOf<K extends Block['kind']> = Extract<Block, { readonly kind: K }>

/** Text with its line breaks kept as such. */
export const runsOf = (text: string): readonly TextRun[] =>
  xmlLines(text).map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Title lines, centred, with a line left free below. */
export const titleParagraphs = ({ lines }: BlockOf<'title'>): readonly Paragraph[] =>
  lines.map((line, index) => {
    const isLast = index === lines.length - 1
    return new Paragraph({
      heading: HeadingLevel.TITLE,
      children: runsOf(line),
      ...(isLast ? { spacing: { after: linePitch } } : {}),
    })
  })

export const headingParagraph = ({ level, text }: BlockOf<'heading'>, onNewPage: boolean): Paragraph =>
  new Paragraph({ heading: levels[level], children: runsOf(text), pageBreakBefore: onNewPage })

/** Body text; the last before the signature stays with it, so that no signature stands on a page without text. */
export const bodyParagraph = ({ text, flush }: BlockOf<'paragraph'>, beforeSignature: boolean): Paragraph =>
  new Paragraph({
    style: styleIds.body,
    children: runsOf(text),
    ...(flush === true ? { indent: { firstLine: 0, firstLineChars: 0 } } : {}),
    ...(beforeSignature ? { keepNext: true } : {}),
  })

export type NotePlace = 'underTitle' | 'overTable' | 'free'

/** Small print: centred under the title, at the right over a table and kept with it, else at the left. */
export const noteParagraph = ({ text }: BlockOf<'note'>, place: NotePlace): Paragraph =>
  new Paragraph({
    style: styleIds.note,
    children: runsOf(text),
    alignment: { underTitle: AlignmentType.CENTER, overTable: AlignmentType.RIGHT, free: AlignmentType.LEFT }[place],
    keepNext: place === 'overTable',
  })

/** Facts of the sign-off, then the unit and the date; kept on one page. */
export const signatureParagraphs = ({ unit, date, lines }: BlockOf<'signature'>): readonly Paragraph[] => [
  ...lines.map(
    (line, index) =>
      new Paragraph({
        style: styleIds.body,
        children: runsOf(line),
        keepNext: true,
        ...(index === 0 ? { spacing: { before: linePitch } } : {}),
      }),
  ),
  // Room for the seal, which is set over unit and date.
  new Paragraph({ style: styleIds.signature, children: runsOf(unit), spacing: { before: 2 * linePitch } }),
  new Paragraph({
    style: styleIds.signature,
    children: runsOf(date),
    keepNext: false,
    indent: { right: 4 * character },
  }),
]
