import { catalogue, type Translated } from '../language.ts'

const zh = {
  title: (count: number) => `有 ${count} 处改动没有保存到报表`,
  is: '报表在此之前已经不能修改（已报送，或者本轮报送已经关闭）。下面的内容只留在本机浏览器中，报表里没有；报表重新可以填写时，会再次保存。需要的请先复制或下载。',
  reason: '理由',
  yours: '您填的',
  theirs: '报表中',
  blank: '（空）',
  copy: '复制全部',
  copied: '已复制。',
  notCopied: '没有能够复制，请下载。',
  download: '下载为文本文件',
  file: '未保存的改动.txt',
  forget: '不再保留',
  forgetSure: '确定不再保留',
  keep: '继续保留',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
