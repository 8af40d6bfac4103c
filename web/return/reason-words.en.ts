import type { Said } from './reason-words.ts'

export const en: Said = {
  reasonGiven: (text: string) => `Reason: ${text}`,
  reason: 'Reason',
  reasonOfC: 'Reason (at least 6 characters)',
  reasonEnough: 'given',
  reasonShort: 'The reason has fewer than 6 characters and is not saved yet; complete it.',
  reasonBlank: 'Give a reason.',
  reasonStands: (text: string) => `The server still has the reason before: “${text}”`,
  reasonFor: (check: string) => `Reason for “${check}”`,
}
