import { catalogue, type Translated } from '../language.ts'

const zh = {
  noneSay: '本单位没有，填「无」',
  addRow: '添加一行',
  removeRow: (row: number) => `删除第 ${row} 行`,
  row: (row: number) => `第 ${row} 行`,
  noRows: '还没有添加；没有的，请选「无」。',
  toFill: '待填',
  notFilled: '还没有填。',
  blankInRows: (count: number) => `表中还有 ${count} 格未填。`,
  pasted: (count: number) => `已粘贴 ${count} 格，可以一次撤销。`,
  pasteUnread: (count: number, some: readonly string[]) =>
    `有 ${count} 格读不出，未填入：${some.join('、')}${count > some.length ? '等' : ''}。`,
  pasteOutside: (count: number) => `有 ${count} 格超出本表的列，未填入。`,
  toFirstBlank: '到第一个未填的格',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./list-words.en.ts'))
