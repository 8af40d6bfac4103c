import { catalogue, type Translated } from '../language.ts'

const zh = {
  title: '历年报告',
  about: '已发布的汇总报告，以及补录的以前年度报告。',
  search: '查找',
  text: '正文中的词语',
  textIs: '例如“行政处罚”；多个词语以空格分开，须全部出现。',
  year: '年度',
  unit: '单位',
  anyUnit: '全部单位',
  yearWrong: '请输入四位年份，例如 2019。',
  clear: '清除条件',
  none: '还没有已发布的报告。',
  noneIs: '汇总报告发布后列在这里；系统启用以前的报告，可在单位页面补录。',
  noneSo: '没有符合条件的报告。',
  noneYet: (read: number) => `已查找较近的 ${read} 份报告，没有找到；还可以继续查找更早的报告。`,
  read: (found: number, read: number) => `已查找 ${read} 份报告，找到 ${found} 份。`,
  shown: (count: number) => `共列出 ${count} 份报告。`,
  searching: '正在查找…',
  more: '查看更早的报告',
  goOn: '继续查找更早的报告',
  yearOf: (year: number) => `${year}年度`,
  edition: (n: number, when: string) => `第 ${n} 版，${when}发布`,
  imported: (source: string) => `补录，来源：${source}`,
  report: '查看汇总报告',
  years: '历年数据',
  of: (what: string) => `：${what}`,
  hitIn: (label: string) => `${label}：`,
  yearsTitle: (name: string) => `${name}：历年数据`,
  cell: '指标',
  value: '数值',
  blank: '（空）',
  tooFew: '只有一年的数据，有两年以上才能看出变化。',
  back: '返回历年报告',
  unknownForm: '页面版本较旧，请刷新后重试。',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
