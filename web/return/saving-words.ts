import { catalogue, type Translated } from '../language.ts'

const zh = {
  heldBack: (unread: number, conflicts: number, short: number) =>
    [
      unread > 0 ? `${unread} 格的内容未能保存，请按格内提示修改` : '',
      conflicts > 0 ? `${conflicts} 格在别处也改了，请选择保留哪一个` : '',
      short > 0 ? `${short} 处理由太短，请写完整` : '',
    ]
      .filter((part) => part !== '')
      .join('；'),
  fillHeldBack: (count: number) => `本节有 ${count} 格的内容还没有保存，请先处理，再一次填入。`,
  reasonWaits: '说明尚未保存，所说明的检查提示尚未在服务器上出现。',
  noSuchForm: '本页面版本较旧，不认识该表式，请刷新页面。',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./saving-words.en.ts'))
