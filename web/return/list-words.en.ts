import type { Said } from './list-words.ts'

export const en: Said = {
  noneSay: 'There are none',
  addRow: 'Add a row',
  removeRow: (row: number) => `Remove row ${row}`,
  row: (row: number) => `Row ${row}`,
  noRows: 'Nothing added yet; if there are none, say so.',
}
