/* What becomes of a letter, as the log of letters, the board and its Excel file say it. */
import type { Words } from '../words.ts'

export const letterStateInWords = {
  queued: { zh: '待发送', en: 'Waiting' },
  attempted: { zh: '发送中', en: 'Being sent' },
  sent: { zh: '已发出', en: 'Sent' },
  delivered: { zh: '已送达', en: 'Delivered' },
  bounced: { zh: '被退回', en: 'Came back' },
  complained: { zh: '被标为垃圾邮件', en: 'Marked as unwanted' },
  superseded: { zh: '不再发送', en: 'No longer sent' },
  refused: { zh: '未能发送', en: 'Could not be sent' },
} as const satisfies Readonly<Record<string, Words>>

export type LetterStateName = keyof typeof letterStateInWords
