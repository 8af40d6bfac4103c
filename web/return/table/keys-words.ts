import { catalogue, type Translated } from '../../language.ts'

const zh = {
  keysAre:
    '方向键、回车在格间移动，回车向下，Shift＋回车向上；Ctrl＋Home、Ctrl＋End 到首格、末格。F2 改格内数字，Esc 恢复原数，Delete 清空，Ctrl＋Z 撤销，Ctrl＋Y 重做。F1 看本行说明，Ctrl＋回车到表下的操作（不适用等），Esc 返回。可从 Excel、WPS 复制一块数字，在起始格粘贴。',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./keys-words.en.ts'))
