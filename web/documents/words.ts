import { catalogue, type Translated } from '../language.ts'

const zh = {
  gettingFile: '正在生成文件…',
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel 表格',
  html: '网页版',
  csv: '开放数据 CSV',
  json: '开放数据 JSON',
  /* A Latin name has room before it, a Chinese one none. */
  download: (format: string) => (/^\w/.test(format) ? `下载 ${format}` : `下载${format}`),
  others: '其他格式、与上年对比',
  whole: '其他格式',
  comparison: '与上年对比',
  compared: (format: string) => `对比：${format}`,
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
