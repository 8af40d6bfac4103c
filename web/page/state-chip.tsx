/* State and timeliness as words; the colour only supports them. */
import type { MeAnswer } from '../api/client.ts'
import { catalogue } from '../language.ts'

type Work = MeAnswer['openWork'][number]

const stages = catalogue(
  { notStarted: '未开始', drafting: '填报中', submitted: '已报送', sentBack: '退回修改', accepted: '已通过' },
  {
    notStarted: 'not started',
    drafting: 'drafting',
    submitted: 'submitted',
    sentBack: 'sent back',
    accepted: 'accepted',
  },
)
const timeliness = catalogue(
  { open: '未到期', onTime: '按时', extended: '已延期', late: '逾期', overdue: '逾期' },
  { open: 'not yet due', onTime: 'on time', extended: 'extended', late: 'late', overdue: 'overdue' },
)
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
  <span class={`chip ${colours[stage]}`}>{stages()[stage]}</span>
)

/** 按时 / 已延期 / 逾期, and 未到期 while it is open. */
export const TimelinessChip = ({ of }: { readonly of: Work['timeliness'] }) => (
  <span class={`chip ${colours[of]}`}>{timeliness()[of]}</span>
)
