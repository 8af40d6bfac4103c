import { catalogue, type Translated } from '../language.ts'

const zh = {
  answer: '答复',
  change: '修改答复',
  answerTo: (cell: string) => `对「${cell}」的意见答复`,
  save: '保存答复',
  cancel: '取消',
  answered: (who: string, text: string) => `${who}答复：${text}`,
  blank: '请写明答复的内容。',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
