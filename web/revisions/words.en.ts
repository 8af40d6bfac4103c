import type { Said } from './words.ts'

export const en: Said = {
  title: 'Submissions',
  is: 'Every submission is kept as it was and cannot be changed. Compare any two of them.',
  none: 'Nothing has been handed in yet.',
  nth: (n: number) => `Submission ${n}`,
  at: 'Handed in',
  by: 'By',
  onBehalf: ' (on behalf)',
  kept: 'Timeliness',
  onTime: 'on time',
  extended: 'within the extension',
  late: 'late',
  hash: 'Checksum',
  file: 'File',
  word: 'Word',
  compare: 'Compare',
  compareFrom: 'From',
  compareTo: 'to',
  changesOf: (was: number, is: number) => `What changed from submission ${was} to ${is}`,
  noChanges: 'Both submissions are the same.',
  loading: 'Loading …',
}
