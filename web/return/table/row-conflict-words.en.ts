import type { Said } from './row-conflict-words.ts'

export const en: Said = {
  conflictSays: (cell: string, who: string, when: string) =>
    `${who} changed “${cell}” too, ${when}. Choose which to keep:`,
  keepTheirs: (who: string, value: string) => `Take ${value} of ${who}`,
  keepYours: (value: string) => `Keep mine, ${value}`,
}
