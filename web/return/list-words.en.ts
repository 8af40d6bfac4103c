import type { Said } from './list-words.ts'

export const en: Said = {
  noneSay: 'There are none',
  addRow: 'Add a row',
  removeRow: (row: number) => `Remove row ${row}`,
  row: (row: number) => `Row ${row}`,
  noRows: 'Nothing added yet; if there are none, say so.',
  toFill: 'to be filled in',
  notFilled: 'Not filled in yet.',
  blankInRows: (count: number) => (count === 1 ? 'One cell is blank.' : `${count} cells are blank.`),
  pasted: (count: number) => `${count} cell(s) pasted; one undo takes them back. `,
  pasteUnread: (count: number, some: readonly string[]) =>
    `${count} could not be read and were left out: ${some.join(', ')}${count > some.length ? ' …' : ''}. `,
  pasteOutside: (count: number) => `${count} lay beside the list and were left out. `,
  toFirstBlank: 'Go to the first blank cell',
}
