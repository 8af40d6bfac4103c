import type { Said } from './conflict-words.ts'

export const en: Said = {
  conflicts: (count: number) => `${count} changed by you and by somebody else: choose which to keep`,
  theirs: (who: string, when: string) => `${who}, ${when}`,
  yours: 'You',
  keepTheirs: 'Take theirs',
  keepYours: 'Keep mine',
  emptyValue: '(blank)',
}
