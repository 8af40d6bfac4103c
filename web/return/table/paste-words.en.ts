import type { Said } from './paste-words.ts'

export const en: Said = {
  pasteTitle: 'Check before pasting',
  pasteSize: (lines: number, columns: number, cell: string) =>
    `${lines} × ${columns} cells were copied; they begin at “${cell}”.`,
  pasteWill: (count: number) => `${count} cells will be filled.`,
  pasteReplaces: (count: number) => `${count} of them replace another figure.`,
  pasteClears: (count: number) => `${count} copied cells are blank; the figures there will be removed.`,
  pasteDashes: (count: number) => `${count} times “-” is read as 0.`,
  pasteNothing: 'There is nothing to fill in.',
  pasteComputed: (count: number) => `${count} fall on computed cells and are left out.`,
  pasteOutside: (count: number) => `${count} lie outside the table and are left out.`,
  pasteHeadings: (lines: number, columns: number) =>
    `Headings were left out: ${lines} lines at the top, ${columns} columns at the left.`,
  pasteUnread: (count: number) => `${count} cannot be read and are left out:`,
  pasteUnreadAt: (line: number, column: number, cell: string, text: string) =>
    `line ${line}, column ${column} (${cell}) “${text}”: `,
  pasteMore: (count: number) => `${count} more.`,
  paste: 'Paste',
  pasted: (count: number) => `Pasted: ${count} cells changed. Ctrl+Z takes all of it back.`,
  cancel: 'Cancel',
  close: 'Close',
}
