import { catalogue, type Translated } from '../language.ts'

const zh = {
  rounds: '填报任务',
  reports: '历年报告',
  directory: '单位与人员',
  roundNav: '本次填报任务',
  board: '报送进度',
  review: '审核',
  letters: '催报与信件',
  appraisal: '考核',
  settings: '任务设置',
  summary: '领导摘要',
  report: '汇总报告',
  failed: '没有能够读到内容',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
