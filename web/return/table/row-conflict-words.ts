import { catalogue, type Translated } from '../../language.ts'

const zh = {
  conflictSays: (cell: string, who: string, when: string) => `「${cell}」${who}在 ${when} 也改了，请选择保留哪一个：`,
  keepTheirs: (who: string, value: string) => `用${who}填的：${value}`,
  keepYours: (value: string) => `用我填的：${value}`,
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./row-conflict-words.en.ts'))
