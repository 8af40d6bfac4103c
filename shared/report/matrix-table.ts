/*
 * A matrix printed as rows × columns (table 3, supplements): column groups span what they hold, a column without
 * group reaches down to the last heading row; row groups stand left of what they hold, a row without group reaches
 * over all label columns; the corner cell spans both.
 */
import type { MatrixSection } from '../form/form.ts'
import { type Language, words } from '../form/words.ts'
import type { TableBlock, TableCell } from './document.ts'
import { chainOf, depthOf, runLength, startsRun } from './spans.ts'
import { figure, header, label, note, type PrintCell } from './table-cells.ts'

/* Millimetres of an A4 page's 156; outer groups are narrow so that figures get what they need. */
const labelWidthsOf: Readonly<Record<Language, Readonly<Record<number, readonly number[]>>>> = {
  zh: { 1: [60], 2: [16, 56], 3: [12.5, 17, 52.5] },
  // English headings are words that do not break: more of the width is theirs.
  en: { 1: [50], 2: [16, 46], 3: [14, 16, 38] },
}
const narrowestFigure = 10
const textWidth = 156

const widthsOf = (labelColumns: number, valueColumns: number, language: Language): readonly number[] => {
  const labels = labelWidthsOf[language][labelColumns] ?? Array.from({ length: labelColumns }, () => 80 / labelColumns)
  const left = textWidth - labels.reduce((sum, width) => sum + width, 0)
  return [...labels, ...Array.from({ length: valueColumns }, () => Math.max(narrowestFigure, left / valueColumns))]
}

const corner = words('项目', 'Item')

/**
 * The table of a matrix laid out in rows. `withMeasures`: Chinese column headings name their measure 「收到（件）」;
 * the national formats print theirs without, and measures have no English.
 */
export const matrixTable = (
  section: MatrixSection,
  print: PrintCell,
  language: Language,
  withMeasures: boolean,
): TableBlock => {
  const { rows, columns } = section
  const rowChains = rows.map((row) => chainOf(section.rowGroups, row.group))
  const columnChains = columns.map((column) => chainOf(section.columnGroups, column.group))
  const labelColumns = depthOf(rowChains) + 1
  const headerRows = depthOf(columnChains) + 1

  const headingOf = (index: number): string => {
    const column = columns[index]
    const text = column?.label[language] ?? ''
    const isNamed = withMeasures && language === 'zh' && column?.measure !== undefined && !column.computed
    return isNamed ? `${text}（${column.measure}）` : text
  }
  const cornerCell = section.cornerNote
    ? note(section.cornerNote[language], labelColumns, headerRows)
    : header(corner[language], labelColumns, headerRows)
  const headerRow = (level: number): readonly TableCell[] =>
    columnChains.flatMap((chain, index) => {
      const group = chain[level]
      if (group && !startsRun(columnChains, index, level)) return []
      if (group) return [header(group.label[language], runLength(columnChains, index, level))]
      return chain.length === level ? [header(headingOf(index), 1, headerRows - level)] : []
    })
  const bodyRow = (index: number): readonly TableCell[] => {
    const row = rows[index]
    const chain = rowChains[index] ?? []
    if (!row) return []
    const groups = chain.flatMap((group, level) =>
      startsRun(rowChains, index, level) ? [label(group.label[language], 1, runLength(rowChains, index, level))] : [],
    )
    return [
      ...groups,
      label(row.label[language], labelColumns - chain.length),
      ...columns.map((column) => figure(print, `${section.id}.${row.id}.${column.id}`)),
    ]
  }

  const headings = Array.from({ length: headerRows }, (_, level) => headerRow(level))
  return {
    kind: 'table',
    caption: section.title[language],
    widths: widthsOf(labelColumns, columns.length, language),
    headerRows,
    rows: [
      ...headings.map((cells, level) => (level === 0 ? [cornerCell, ...cells] : cells)),
      ...rows.map((_, index) => bodyRow(index)),
    ],
  }
}
