import { catalogue, type Translated } from '../language.ts'

const zh = {
  conflicts: (count: number) => `有 ${count} 处与他人同时改动，请选择保留哪一个`,
  theirs: (who: string, when: string) => `${who} ${when} 填的`,
  yours: '您填的',
  keepTheirs: '采用对方的',
  keepYours: '保留我的',
  emptyValue: '（空白）',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./conflict-words.en.ts'))
