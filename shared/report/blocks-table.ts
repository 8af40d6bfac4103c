/*
 * Table 2 as the national formats print it: each article a row over the full width, then its own heading row, then
 * its rows. All blocks stand on one grid; in a block with fewer columns the last one spans what is left.
 */
import type { BlocksSection } from '../form/form.ts'
import type { Language } from '../form/words.ts'
import type { TableBlock, TableCell } from './document.ts'
import { figure, header, label, type PrintCell } from './table-cells.ts'

type BlockOfTable = BlocksSection['blocks'][number]

/** The table of a section of blocks. */
export const blocksTable = (section: BlocksSection, print: PrintCell, language: Language): TableBlock => {
  const valueColumns = Math.max(1, ...section.blocks.map((block) => block.columns.length))
  const spanOf = (block: BlockOfTable, index: number): number =>
    index === block.columns.length - 1 ? valueColumns - index : 1
  const rowsOf = (block: BlockOfTable): readonly (readonly TableCell[])[] => [
    [header(block.article[language], valueColumns + 1)],
    [
      header(section.rowHeader[language]),
      ...block.columns.map((column, index) => header(column.label[language], spanOf(block, index))),
    ],
    ...block.rows.map((row) => [
      label(row.label[language]),
      ...block.columns.map((column, index) =>
        figure(print, `${section.id}.${row.id}.${column.id}`, spanOf(block, index)),
      ),
    ]),
  ]
  return {
    kind: 'table',
    caption: section.title[language],
    widths: [1.4, ...Array.from({ length: valueColumns }, () => 1)],
    headerRows: 0,
    rows: section.blocks.flatMap(rowsOf),
  }
}
