import type { Said } from './not-applicable-words.ts'

export const en: Said = {
  naReason: 'Why it does not apply (required, up to 200 characters)',
  naSave: 'Enter “not applicable”',
  naShort: 'Say why this cell does not apply.',
  naDone: '“Not applicable” is entered.',
  cancel: 'Cancel',
}
