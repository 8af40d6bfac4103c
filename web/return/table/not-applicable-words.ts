import { catalogue, type Translated } from '../../language.ts'

const zh = {
  naReason: '不适用的理由（必填，200 字以内）',
  naSave: '填「不适用」',
  naShort: '请写明本格为什么不适用。',
  naDone: '已填「不适用」。',
  cancel: '取消',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./not-applicable-words.en.ts'))
