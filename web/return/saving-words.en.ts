import type { Said } from './saving-words.ts'

const cells = (count: number): string => (count === 1 ? 'one cell' : `${count} cells`)

export const en: Said = {
  heldBack: (unread: number, conflicts: number, short: number) =>
    [
      unread > 0 ? `${cells(unread)} could not be saved; correct as it says there` : '',
      conflicts > 0 ? `${cells(conflicts)} changed elsewhere too; choose which value stays` : '',
      short > 0 ? `${short === 1 ? 'one reason is' : `${short} reasons are`} too short; complete what you wrote` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  fillHeldBack: (count: number) =>
    `${cells(count)} of this section not saved yet: settle that first, then fill the rest.`,
  reasonWaits: 'A reason is not saved yet: the server does not see the finding that it explains.',
  noSuchForm: 'This page is older than the form; please reload it.',
}
