import { catalogue, type Translated } from '../language.ts'

const zh = {
  sentBack: (who: string) => `${who}退回了本报表，请改正后重新报送。`,
  reopened: (who: string) => `${who}重新打开了本报表，请更正后重新报送。`,
  reasonGiven: (text: string) => `理由：${text}`,
  commentsOf: (count: number) => `审核意见 ${count} 条`,
  commentsElsewhere: (count: number) => `其他部分的审核意见 ${count} 条`,
  onBehalf: '代填：',
  onBehalfIs: (unit: string) => `您正在代${unit}填报，保存和报送的记录都会注明由您代填。`,
  isSubmitted: '本报表已报送，正在等待审核，不能再改。',
  mayWithdraw: '审核之前可以在回执页撤回修改。',
  isAccepted: '本报表已审核通过，不能再改。需要更正的，请联系上级重新打开。',
  notOpen: '这一轮报送现在不接收填报，只能查看。',
  mayNotEdit: '您可以查看本报表，填报由本单位的填报人进行。',
  ask: (who: string) => `联系人：${who}`,
  toReceipt: '查看回执',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./notice-words.en.ts'))
