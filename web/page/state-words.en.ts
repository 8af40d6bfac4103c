import type { Said } from './state-words.ts'

export const en: Said = {
  notStarted: 'not started',
  drafting: 'drafting',
  submitted: 'submitted',
  sentBack: 'sent back',
  accepted: 'accepted',
  open: 'not yet due',
  onTime: 'on time',
  extended: 'extended',
  late: 'late',
  overdue: 'overdue',
}
