import { catalogue, type Translated } from '../language.ts'

const zh = {
  log: '任务日志',
  logIs: '最早的在前。各单位报表的填报、报送和审核见各单位报表的记录。',
  none: '还没有记录。',
  more: '继续显示',
  loading: '正在读取…',
  clock: '系统按时',
  planned: (due: string) => `拟定任务，截止 ${due}`,
  changed: (what: string) => `修改：${what}`,
  approved: '批准开启',
  opened: '开启',
  closed: '关闭',
  despite: (units: string) => `关闭时下列单位尚未重新报送：${units}`,
  reportEdited: (unit: string) => `修改${unit}汇总报告的文字`,
  handedIn: (unit: string) => `${unit}上报汇总报告`,
  reportAccepted: (unit: string) => `审核通过${unit}上报的汇总报告`,
  reportSentBack: (unit: string) => `退回${unit}上报的汇总报告`,
  because: (reason: string) => `原因：${reason}`,
  published: (edition: number) => `发布汇总报告第 ${edition} 版`,
  unknown: (what: string) => `其他：${what}`,
  replanned: '提醒安排随之调整：',
  title: '任务名称',
  opensAt: '开始填报',
  dueAt: '截止时间',
  dueByLevel: '分层级截止时间',
  ladder: '提醒步骤',
  calendar: '工作日历',
  statutory: '性质',
  extraChecks: '另加校验',
  missing: (units: string) => `当时未报送：${units}`,
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./log-words.en.ts'))
