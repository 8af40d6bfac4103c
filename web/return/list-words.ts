import { catalogue, type Translated } from '../language.ts'

const zh = {
  noneSay: '本单位没有，填「无」',
  addRow: '添加一行',
  removeRow: (row: number) => `删除第 ${row} 行`,
  row: (row: number) => `第 ${row} 行`,
  noRows: '还没有添加；没有的，请选「无」。',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./list-words.en.ts'))
