/* A matrix printed as one line (table 4): its rows become blocks of columns side by side, row groups span blocks. */
import type { MatrixSection } from '../form/form.ts'
import type { Language } from '../form/words.ts'
import type { TableBlock, TableCell } from './document.ts'
import { chainOf, depthOf, runLength, startsRun } from './spans.ts'
import { figure, header, type PrintCell } from './table-cells.ts'

/** The table of a matrix laid out side by side: 15 figures in one row for table 4. */
export const sideBySideTable = (section: MatrixSection, print: PrintCell, language: Language): TableBlock => {
  const { rows, columns } = section
  const chains = rows.map((row) => chainOf(section.rowGroups, row.group))
  const depth = depthOf(chains)
  const headingRow = (level: number): readonly TableCell[] =>
    rows.flatMap((row, index) => {
      const chain = chains[index] ?? []
      const group = chain[level]
      if (group && !startsRun(chains, index, level)) return []
      if (group) return [header(group.label[language], runLength(chains, index, level) * columns.length)]
      return chain.length === level ? [header(row.label[language], columns.length, depth + 1 - level)] : []
    })
  return {
    kind: 'table',
    caption: section.title[language],
    widths: rows.flatMap(() => columns.map(() => 1)),
    headerRows: depth + 2,
    rows: [
      ...Array.from({ length: depth + 1 }, (_, level) => headingRow(level)),
      rows.flatMap(() => columns.map((column) => header(column.label[language]))),
      rows.flatMap((row) => columns.map((column) => figure(print, `${section.id}.${row.id}.${column.id}`))),
    ],
  }
}
