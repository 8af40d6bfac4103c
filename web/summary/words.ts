import { catalogue, type Translated } from '../language.ts'

const zh = {
  title: (round: string) => `${round} · 领导摘要`,
  allIn: (all: number) => `${all} 个单位全部报送`,
  in: (count: number, all: number) => `${all} 个单位中已汇总 ${count} 个`,
  edition: (n: number) => `已发布第 ${n} 版`,
  provisional: '含未审核数据，为暂定数',
  internal: '内部汇总，不代替向本级政府的法定报送。',
  print: '打印一页',
  notComparable: '与上年口径不同',
  noLast: '上年无数据',
  last: (value: string) => `上年 ${value}`,
  lastAnd: (value: string, growth: string) =>
    `上年 ${value}，${growth.startsWith('-') ? '下降' : '增长'} ${growth.replace('-', '')}`,
  notes: '需要留意',
  nothingOdd: '没有需要特别留意的情况。',
  sources: '数据来源',
  sourcesAre: (count: number, hash: string) =>
    `由 ${count} 份报表相加而成，校验值 ${hash}；每个数字都可以追到各单位的原始填报。`,
  toReport: '查看汇总报告',
  asTable: '查看表格',
  unknown: '（空）',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
