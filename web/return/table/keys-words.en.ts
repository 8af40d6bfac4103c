import type { Said } from './keys-words.ts'

export const en: Said = {
  keysAre:
    'Arrows and Enter move between cells, Enter down, Shift+Enter up; Ctrl+Home and Ctrl+End go to the first and last cell. F2 edits within a cell, Esc restores it, Delete blanks it, Ctrl+Z undoes, Ctrl+Y redoes. F1 shows the guidance of the row, Ctrl+Enter goes to the actions under the table (not applicable and others), Esc comes back. A block copied from Excel or WPS can be pasted at its first cell.',
}
