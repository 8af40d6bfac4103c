import { catalogue, type Translated } from '../language.ts'

const zh = {
  rounds: '填报任务',
  plan: '拟定新任务',
  none: '还没有填报任务。',
  from: (opens: string, due: string) => `${opens}起填报，期限 ${due}`,
  planned: '拟定中',
  approved: '已批准，待开启',
  open: '填报中',
  closed: '已关闭',
  published: '已发布',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
