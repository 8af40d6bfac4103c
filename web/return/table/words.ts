import { catalogue, type Translated } from '../../language.ts'

const zh = {
  unread: '读不出',
  unsure: '待确认',
  conflict: '两人改动',
  wrong: '不符',
  toExplain: '待说明',
  explained: '已说明',
  hint: '提示',
  comment: '意见',
  zero: '一键填0',
  nil: '零报告',
  lastYear: '取自上年',
  yes: '是',
  no: '否',
  choose: '请选择',
  colon: '：',
  legend: '格内左下为上年数；斜纹为未填，空白不等于零，零须填 0。',
  keys: '键盘',
  keysAre:
    '方向键、回车在格间移动，回车向下，Shift＋回车向上；Ctrl＋Home、Ctrl＋End 到首格、末格。F2 改格内数字，Esc 恢复原数，Delete 清空，Ctrl＋Z 撤销，Ctrl＋Y 重做。F1 看本行说明，Ctrl＋回车到表下的操作（不适用等），Esc 返回。可从 Excel、WPS 复制一块数字，在起始格粘贴。',
  frame: (title: string) => `${title}（可滚动的表格）`,
  unit: (measure: string) => `单位：${measure}`,
  helpFor: (row: string) => `说明：${row}`,
  rowHelp: '本行说明',
  lastYearWas: (text: string) => `上年 ${text}`,
  zeroNote: '本格由「其余填 0」一次填入。',
  nilNote: '本格由「零报告」一次填入。',
  lastYearNote: '本格取自上年的年度报告。',
  naNote: (reason: string) => `不适用：${reason}`,
  computedNote: '本格由系统计算，不必填写。',
  incompleteNote: '还有未填的格，此数只含已填的。',
  commentNote: (text: string) => `审核意见：${text}`,
  confirmAsk: (value: string) => `“-”读作 ${value}，是这个意思吗？`,
  confirmYes: (value: string) => `是，填 ${value}`,
  confirmNo: '不是，留空',
  notApplicable: '不适用…',
  applies: '改为适用',
  blank: '空白',
  pasteLines: '复制的一格里有多行，不能确定填哪一个，没有粘贴。',
  notLoaded: '网络不通，没有取到这一步所需的内容，请联网后刷新页面再试。',
  readOnly: '现在不能修改本表。',
  broken: '这一步没有完成，已填的数都在。请再试一次；仍不行的，请刷新页面。',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
