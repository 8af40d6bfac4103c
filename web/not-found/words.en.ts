import type { Said } from './words.ts'

export const en: Said = {
  notFound: 'There is no such page',
  notFoundIs:
    'Check that the address is complete; if you came from a letter, open its link again. It may also be that you are not entitled to see it: ask the coordinator of the unit above.',
  toMyWork: 'Back to my work',
}
