import { catalogue, type Translated } from '../language.ts'

const zh = {
  notStarted: '未开始',
  drafting: '填报中',
  submitted: '已报送',
  sentBack: '退回修改',
  accepted: '已通过',
  open: '未到期',
  onTime: '按时',
  extended: '已延期',
  late: '逾期',
  overdue: '逾期',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./state-words.en.ts'))
