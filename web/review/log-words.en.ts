import type { Said } from './log-words.ts'

export const en: Said = {
  submitted: 'handed in',
  withdrawn: 'taken back',
  accepted: 'accepted',
  sentBack: 'sent back',
  reopened: 'reopened',
  commentAnswered: 'comment answered',
  changed: 'changed',
  uploaded: 'taken in from Excel',
  extended: 'extension given',
  extensionTakenBack: 'extension taken back',
  muted: 'reminders stopped',
  unmuted: 'reminders resumed',
  imported: 'earlier years entered',
}
