import type { Said } from './words.ts'

export const en: Said = {
  title: (count: number) => `${count === 1 ? 'One change was' : `${count} changes were`} not saved to the return`,
  is: 'The return could not be changed any more by then: it was handed in, or the round was closed. What stands here is kept in this browser only and is not in the return; it will be saved when the return can be filled in again. Copy or download what you need.',
  reason: 'reason',
  yours: 'Yours',
  theirs: 'In the return',
  blank: '(blank)',
  copy: 'Copy all',
  copied: 'Copied.',
  notCopied: 'Could not be copied; download it instead.',
  download: 'Download as a text file',
  file: 'changes-not-saved.txt',
  forget: 'Keep no longer',
  forgetSure: 'Yes, keep no longer',
  keep: 'Keep',
}
