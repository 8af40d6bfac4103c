/*
 * Neutral blocks of a document: what is printed, not how. Made by shared/report from a return or a report,
 * turned into Word (later Excel, PDF, HTML) by functions/documents. Heights and fonts are the renderer's business.
 */
import type { Address } from '../form/form.ts'

export interface TableCell {
  readonly text: string
  /** Of a figure: the address of the cell that it prints. */
  readonly cell?: Address
  readonly colSpan?: number
  readonly rowSpan?: number
  /** `header` cells are bold-free headings; `number` right- or centre-set figures; `note` small text. */
  readonly role: 'header' | 'label' | 'number' | 'text' | 'note'
}

export interface TableBlock {
  readonly kind: 'table'
  /** For accessibility and for sheet names. */
  readonly caption: string
  /** Relative widths of the columns; as many as the grid has columns. */
  readonly widths: readonly number[]
  /** Rows that repeat on the next page. */
  readonly headerRows: number
  /** Cells of a row, those covered by a span from above left out. */
  readonly rows: readonly (readonly TableCell[])[]
}

export type Block =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  /** `newPage`: an annex begins one (GB/T 9704-2012). */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly newPage?: true }
  /** `flush`: not indented, as those to whom a circular goes (主送机关). */
  | { readonly kind: 'paragraph'; readonly text: string; readonly flush?: true }
  /** Small print: scope, completeness, hash. */
  | { readonly kind: 'note'; readonly text: string }
  | TableBlock
  | { readonly kind: 'signature'; readonly unit: string; readonly date: string; readonly lines: readonly string[] }

export interface DocumentModel {
  /** File name without ending, and the document's title property. */
  readonly name: string
  readonly language: 'zh' | 'en'
  readonly blocks: readonly Block[]
}
