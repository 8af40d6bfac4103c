import type { Round } from './draft.ts'
import { say } from './words.ts'

const colours = { planned: '', approved: '', open: 'warn', closed: '', published: 'good' } as const

/** 拟定中 已批准，待开启 填报中 已关闭 已发布. */
export const StageOfRound = ({ stage }: Pick<Round, 'stage'>) => (
  <span class={`chip ${colours[stage]}`}>{say()[stage]}</span>
)
