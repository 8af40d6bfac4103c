import type { Said } from './words.ts'

export const en: Said = {
  answer: 'Answer',
  change: 'Change the answer',
  answerTo: (cell: string) => `Answer to the comment on “${cell}”`,
  save: 'Save the answer',
  cancel: 'Cancel',
  answered: (who: string, text: string) => `${who} answers: ${text}`,
  blank: 'Write what you answer.',
}
