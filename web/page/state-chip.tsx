/* State and timeliness as words; the colour only supports them. */
import type { MeAnswer } from '../api/client.ts'
import { say } from './state-words.ts'

type Work = MeAnswer['openWork'][number]

const colours = {
  notStarted: 'bad',
  drafting: 'warn',
  submitted: '',
  sentBack: 'warn',
  accepted: 'good',
  open: '',
  onTime: 'good',
  extended: '',
  late: 'bad',
  overdue: 'bad',
} as const

/** 未开始 填报中 已报送 退回修改 已通过. */
export const StageChip = ({ stage }: Pick<Work, 'stage'>) => (
  <span class={`chip ${colours[stage]}`}>{say()[stage]}</span>
)

/** 按时 / 已延期 / 逾期, and 未到期 while it is open. */
export const TimelinessChip = ({ of }: { readonly of: Work['timeliness'] }) => (
  <span class={`chip ${colours[of]}`}>{say()[of]}</span>
)
