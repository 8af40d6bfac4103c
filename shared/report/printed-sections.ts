/*
 * The sections of a form as blocks, in the order of the format: heading, then narrative or table. Supplements of a
 * round stand after the edition under a heading of their own, for they belong to no official format. Every table
 * carries a line of small print that says whose figures it shows (product A2) and whether they are only drawn.
 */
import type { Cells } from '../form/cells.ts'
import { fieldsOf } from '../form/fields.ts'
import type { Form, Section } from '../form/form.ts'
import { formById } from '../form/forms.ts'
import { partsOf } from '../form/join.ts'
import { printValue } from '../form/print-value.ts'
import { type Language, words } from '../form/words.ts'
import type { Block } from './document.ts'
import type { PrintedList } from './list-table.ts'
import { narrativeBlocks } from './narrative.ts'
import { tableOf } from './section-table.ts'
import type { PrintCell } from './table-cells.ts'

export interface PrintedSections {
  readonly form: Form
  /** Input cells, narratives and computed cells. */
  readonly cells: Cells
  /** The rows of a list, by its section id. */
  readonly listOf: (section: string) => PrintedList
  /** Small print over each table: 「汇总范围：全市（含县区）」. */
  readonly tableNote: string
  readonly language: Language
}

const annex = words('附：', 'Annex: ')

export interface SectionBlocks {
  /** The sections of the edition: the body that is signed. */
  readonly body: readonly Block[]
  /** Supplements, 附：, behind the signature as an annex stands (GB/T 9704-2012). */
  readonly annexes: readonly Block[]
}

/** Headings, narratives and tables of the whole form. Blank prints '', zero 0, not applicable 不适用. */
export const sectionBlocks = ({ form, cells, listOf, tableNote, language }: PrintedSections): SectionBlocks => {
  const fields = fieldsOf(form)
  const print: PrintCell = (address) => {
    const field = fields.get(address)
    return field ? printValue(field, cells[address], language) : ''
  }
  const blocksOf = (section: Section, level: 1 | 2, withMeasures: boolean): readonly Block[] => {
    const heading: Block = { kind: 'heading', level, text: section.title[language] }
    const table = tableOf(section, print, listOf, language, withMeasures)
    return table
      ? [heading, { kind: 'note', text: tableNote }, table]
      : [heading, ...narrativeBlocks(cells[`${section.id}.text`], language)]
  }
  const [edition, ...supplements] = partsOf(form.id).map((id) => formById(id) ?? form)
  return {
    body: (edition ?? form).sections.flatMap((section) => blocksOf(section, 1, false)),
    annexes: supplements.flatMap((supplement): readonly Block[] => [
      { kind: 'heading', level: 1, text: `${annex[language]}${supplement.title[language]}`, newPage: true },
      ...supplement.sections.flatMap((section) => blocksOf(section, 2, true)),
    ]),
  }
}
