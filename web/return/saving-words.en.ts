import type { Said } from './saving-words.ts'

export const en: Said = {
  heldBack: (unread: number, conflicts: number) =>
    [
      unread > 0 ? `${unread} cells could not be saved; correct them as each one says` : '',
      conflicts > 0 ? `${conflicts} cells were also changed by somebody else; choose which value stays` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  reasonWaits: 'A reason is not saved yet: the server does not see the finding that it explains.',
  noSuchForm: 'This page is older than the form; please reload it.',
}
