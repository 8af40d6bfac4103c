import { catalogue, type Translated } from '../language.ts'

/* What the log of a return tells of; keys are the log's own. */
const zh = {
  submitted: '报送',
  withdrawn: '撤回',
  accepted: '审核通过',
  sentBack: '退回修改',
  reopened: '重新打开',
  commentAnswered: '答复审核意见',
  changed: '改动',
  uploaded: '从 Excel 导入',
  extended: '批准延期',
  extensionTakenBack: '撤销延期',
  muted: '暂停提醒',
  unmuted: '恢复提醒',
  imported: '录入往年数据',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./log-words.en.ts'))
