/* The table of one section, whatever its kind; pages and documents ask here. */
import type { Section } from '../form/form.ts'
import type { Language } from '../form/words.ts'
import { blocksTable } from './blocks-table.ts'
import type { TableBlock } from './document.ts'
import { listTable, type PrintedList } from './list-table.ts'
import { matrixTable } from './matrix-table.ts'
import { sideBySideTable } from './side-by-side-table.ts'
import type { PrintCell } from './table-cells.ts'

/** The table of a section that is printed as one; undefined for a narrative. */
export const tableOf = (
  section: Section,
  print: PrintCell,
  listOf: (section: string) => PrintedList,
  language: Language,
  withMeasures: boolean,
): TableBlock | undefined => {
  switch (section.kind) {
    case 'narrative':
      return undefined
    case 'blocks':
      return blocksTable(section, print, language)
    case 'matrix':
      return section.layout === 'sideBySide'
        ? sideBySideTable(section, print, language)
        : matrixTable(section, print, language, withMeasures)
    case 'list':
      return listTable(section, listOf(section.id), language)
  }
}
