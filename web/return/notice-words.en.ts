import type { Said } from './notice-words.ts'

export const en: Said = {
  sentBack: (who: string) => `${who} sent this return back; correct it and hand it in again.`,
  reopened: (who: string) => `${who} reopened this return; correct it and hand it in again.`,
  reasonGiven: (text: string) => `Reason: ${text}`,
  commentsOf: (count: number) => (count === 1 ? '1 comment' : `${count} comments`),
  commentsElsewhere: (count: number) =>
    count === 1 ? '1 comment on other sections' : `${count} comments on other sections`,
  onBehalf: 'On behalf: ',
  onBehalfIs: (unit: string) =>
    `you are filling in for ${unit}; what you save and hand in is recorded as done by you on its behalf.`,
  isSubmitted: 'This return is handed in and waits for review; it cannot be changed now.',
  mayWithdraw: 'Until it is reviewed you can withdraw it from the receipt page.',
  isAccepted: 'This return is accepted and cannot be changed. To correct it, ask the unit above to reopen it.',
  notOpen: 'This round takes no entries now; you can only look.',
  mayNotEdit: 'You can look at this return; it is filled in by the reporters of the unit.',
  ask: (who: string) => `Ask: ${who}`,
  toReceipt: 'See the receipt',
}
