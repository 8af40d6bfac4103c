import type { Said } from './words.ts'

export const en: Said = {
  rounds: 'Rounds',
  reports: 'Past reports',
  directory: 'Units and people',
  roundNav: 'This round',
  board: 'Progress',
  review: 'Review',
  letters: 'Reminders and letters',
  appraisal: 'Appraisal',
  settings: 'Settings',
  summary: 'Summary',
  report: 'Report',
  failed: 'This could not be loaded',
}
