import type { Said } from './words.ts'

export const en: Said = {
  rounds: 'Rounds',
  plan: 'Plan a round',
  none: 'There is no round yet.',
  from: (opens: string, due: string) => `from ${opens}, due ${due}`,
  planned: 'Planned',
  approved: 'Approved, not open yet',
  open: 'Open',
  closed: 'Closed',
  published: 'Published',
}
