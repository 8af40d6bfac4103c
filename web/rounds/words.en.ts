import type { Said } from './words.ts'

export const en: Said = {
  rounds: 'Rounds',
  plan: 'Plan a round',
  none: 'There is no round yet.',
  noneIs: 'Plan one first, look through its reminders, then approve the opening.',
  noneForLeaders: 'Coordinators plan them; once one is open, its progress is here.',
  from: (opens: string) => `opens ${opens}`,
  due: (due: string) => `due ${due}`,
  board: 'Progress',
  settings: 'Settings',
  check: 'Look through and approve',
  nextYear: 'Copy to next year',
  of: (title: string) => `: ${title}`,
  colon: ': ',
  planned: 'Planned',
  approved: 'Approved, not open yet',
  open: 'Open',
  closed: 'Closed',
  published: 'Published',
}
