import { catalogue, type Translated } from '../language.ts'

const zh = {
  title: '历次报送',
  is: '每次报送都原样保存，不能更改。可以比较任意两次报送的差别。',
  none: '还没有报送过。',
  nth: (n: number) => `第 ${n} 次报送`,
  at: '报送时间',
  by: '经办人',
  onBehalf: '（代填）',
  kept: '按期情况',
  onTime: '按时',
  extended: '延期内',
  late: '逾期',
  hash: '校验码',
  file: '文件',
  word: 'Word',
  compare: '比较',
  compareFrom: '从',
  compareTo: '到',
  changesOf: (was: number, is: number) => `第 ${was} 次到第 ${is} 次的变化`,
  noChanges: '两次报送的内容完全相同。',
  loading: '正在读取…',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
