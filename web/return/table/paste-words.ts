import { catalogue, type Translated } from '../../language.ts'

const zh = {
  pasteTitle: '粘贴前请核对',
  pasteSize: (lines: number, columns: number, cell: string) =>
    `复制的内容共 ${lines} 行 ${columns} 列，从「${cell}」起填。`,
  pasteWill: (count: number) => `将填入 ${count} 格。`,
  pasteReplaces: (count: number) => `其中 ${count} 格原有的数会被替换。`,
  pasteClears: (count: number) => `${count} 格复制的是空白，原有的数会被清空。`,
  pasteDashes: (count: number) => `${count} 格的“-”读作 0。`,
  pasteNothing: '没有可以填入的内容。',
  pasteComputed: (count: number) => `${count} 个数落在计算格上，不填入：这些格由系统计算。`,
  pasteOutside: (count: number) => `${count} 个数超出本表范围，不填入。`,
  pasteHeadings: (lines: number, columns: number) => `开头 ${lines} 行、${columns} 列是文字标题，已略去。`,
  pasteUnread: (count: number) => `${count} 个数读不出，不填入：`,
  pasteUnreadAt: (line: number, column: number, cell: string, text: string) =>
    `第 ${line} 行第 ${column} 列（${cell}）“${text}”：`,
  pasteMore: (count: number) => `还有 ${count} 处。`,
  paste: '粘贴',
  pasted: (count: number) => `已粘贴，改动 ${count} 格。按 Ctrl＋Z 可以一次撤销。`,
  cancel: '取消',
  close: '关闭',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./paste-words.en.ts'))
