import { catalogue, type Translated } from '../language.ts'

const zh = {
  reasonGiven: (text: string) => `理由：${text}`,
  reason: '理由',
  reasonOfC: '理由（不少于 6 个字）',
  reasonEnough: '已写明',
  reasonShort: '理由不足 6 个字，还没有保存，请写完整。',
  reasonBlank: '请写明理由。',
  reasonStands: (text: string) => `服务器上仍是原来的理由：「${text}」`,
  reasonFor: (check: string) => `对「${check}」的理由`,
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./reason-words.en.ts'))
