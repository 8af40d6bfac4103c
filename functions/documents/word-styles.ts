/* Paragraph styles of GB/T 9704-2012: body 3号仿宋, title 2号小标宋, 一、 3号黑体, （一） 3号楷体, exact line pitch. */
import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { faces } from './word-fonts.ts'
import { type CellSize, cellSizes, character, characterSpacing, linePitch, size } from './word-measures.ts'

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 }) as const
const black = '000000'

/** Ids of the styles that are not Word's own. */
export const styleIds = {
  body: 'Body',
  note: 'Note',
  signature: 'SignatureBlock',
  pageNumber: 'PageNumberLine',
} as const

/** Id of the style of table cells with type of so many half-points. */
export const cellStyle = (of: CellSize): string => `TableCell${of}`

const heading = (font: (typeof faces)[keyof typeof faces]) => ({
  run: { font, size: size.no3, bold: false, italics: false, color: black, characterSpacing },
  paragraph: { spacing: exactly(linePitch), indent: { firstLine: 2 * character }, keepNext: true },
})

/** The styles of every document. Latin text is marked as English: as Chinese it would be broken within numbers. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: faces.body,
        size: size.no3,
        language: { value: 'en-GB', eastAsia: 'zh-CN' },
      },
    },
    title: {
      run: { font: faces.title, size: size.no2, bold: false, color: black },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(720), keepNext: true },
    },
    heading1: heading(faces.heading),
    heading2: heading(faces.subheading),
    heading3: heading(faces.body),
  },
  paragraphStyles: [
    {
      id: styleIds.body,
      name: 'Body',
      quickFormat: true,
      run: { characterSpacing },
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        spacing: exactly(linePitch),
        indent: { firstLine: 2 * character },
      },
    },
    {
      id: styleIds.note,
      name: 'Small print',
      run: { font: faces.subheading, size: size.no5, snapToGrid: false },
      paragraph: { spacing: exactly(360) },
    },
    ...cellSizes.map((of) => ({
      id: cellStyle(of),
      name: `Table cell ${of / 2} pt`,
      run: { font: faces.body, size: of, snapToGrid: false },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: Math.round(of * 10 * 1.25), lineRule: LineRuleType.EXACT },
      },
    })),
    {
      id: styleIds.signature,
      name: 'Signature block',
      // Four characters in from the right, as a document with seal is dated.
      paragraph: {
        alignment: AlignmentType.RIGHT,
        spacing: exactly(linePitch),
        indent: { right: 4 * character },
        keepNext: true,
      },
    },
    {
      id: styleIds.pageNumber,
      name: 'Page number line',
      run: { font: faces.pageNumber, size: size.no4, snapToGrid: false },
    },
  ],
}
