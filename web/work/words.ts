import { catalogue, type Translated } from '../language.ts'

const zh = {
  myWork: '我的任务',
  today: (day: string) => `今天是${day}`,
  due: (when: string) => `请于 ${when}前报送`,
  correctionDue: (when: string) => `请于 ${when}前改正后重新报送`,
  wasDue: (when: string) => `期限 ${when}`,
  dayOff: '到期日是休息日，请提前安排。',
  stage: '状态',
  timeliness: '按期情况',
  progress: '进度',
  cells: (filled: number, total: number) => `已填 ${filled} / ${total} 格`,
  notBegun: '尚未填写',
  corrected: '改正后重新报送',
  failed: (count: number) => `${count} 处须核对`,
  comments: '审核意见',
  waiting: (count: number) => (count === 0 ? '无' : `${count} 条待处理`),
  sentBack: '退回理由',
  reopened: '重新打开的理由',
  internal: '内部汇总，不代替向本级政府的法定报送。',
  begin: '开始填报',
  goOn: '继续填报',
  correct: '查看意见并改正',
  look: '查看',
  receipt: '查看回执',
  none: '目前没有需要您填报的任务',
  noneIs:
    '有新的报送任务时，这里会列出，同时会发邮件通知您。如果您收到了任务邮件而这里没有，请联系布置任务的上级联络员。',
  past: '往期',
  round: '任务',
  unit: '单位',
  submittedAt: '报送时间',
  receiptNumber: '回执编号',
  notHandedIn: '未报送',
  failedToLoad: '没有能够读到您的任务',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
