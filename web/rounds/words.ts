import { catalogue, type Translated } from '../language.ts'

const zh = {
  rounds: '填报任务',
  plan: '拟定新任务',
  none: '还没有填报任务。',
  noneIs: '先拟定任务，核对提醒安排后批准开启。',
  noneForLeaders: '由汇总联系人拟定；开启后在这里查看报送进度。',
  from: (opens: string) => `${opens} 起填报`,
  due: (due: string) => `${due} 截止`,
  board: '报送进度',
  settings: '任务设置',
  check: '核对并批准',
  nextYear: '沿用到下一年度',
  of: (title: string) => `：${title}`,
  colon: '：',
  planned: '拟定中',
  approved: '已批准，待开启',
  open: '填报中',
  closed: '已关闭',
  published: '已发布',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
