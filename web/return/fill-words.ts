import { catalogue, type Translated } from '../language.ts'

const zh = {
  zeroButton: '其余填 0',
  nilButton: '零报告',
  zeroIs: (count: number) => `将本节未填的 ${count} 格填为 0，已填的不变；填过的格会注明是一次填入的，可以撤销。`,
  nilIs: (count: number) =>
    `确认本节全部为零：未填的 ${count} 格填为 0。本节已有不为 0 的数字时不会填入，并会指出是哪几格。`,
  zeroSure: '确认填 0',
  nilSure: '确认零报告',
  cancel: '取消',
  filledIn: (count: number) => `已填入 ${count} 格。`,
  toIt: '去处理',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./fill-words.en.ts'))
