import { catalogue, type Translated } from '../language.ts'

const zh = {
  cell: '项目',
  was: '原来',
  now: '现在',
  inFile: '文件中',
  where: '位置',
  blank: '（空）',
  asZero: '「-」，按 0 保存',
  who: '改动人',
  theirs: '他人所填',
  goneBegins: '〔删去：',
  newBegins: '〔新增：',
  ends: '〕',
  leftOut: (count: number) => `（此处略去未改动的 ${count} 字）`,
  wasAndNow: (was: string, now: string) => `${was} → ${now}`,
  places: (count: number) => `改动 ${count} 处。`,
  whole: '显示全文',
  shorter: '只看改动处',
  marks: '加删除线的是删去的文字，加下划线的是新增的文字。',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
