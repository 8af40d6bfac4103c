import { catalogue, type Translated } from '../language.ts'

const zh = {
  title: '报送情况考核',
  asOf: (at: string) => `截至${at}`,
  none: '本次任务在本单位没有应报送的单位。',
  counted: (units: number, kept: number, late: number, missing: number) =>
    `应报送单位${units}个，按时（含延期内）报送${kept}个，逾期报送${late}个，逾期未报送${missing}个`,
  notDue: (units: number) => `，尚未到截止时间${units}个`,
  stop: '。',
  rate: (percent: string, part: number, of: number) => `按时率 ${percent}%（${part}/${of}）。`,
  noRate: '还没有单位到截止时间，暂不计算按时率。',
  everybody: '各单位均已按规定时间报送，没有逾期。',
  workbook: '下载 Excel 考核表',
  circular: '下载 Word 通报草稿',
  circularHint: '通报为代拟稿，只写单位，不写个人；请核实并按程序审签后印发。',
  print: '打印',
  caption: '各单位报送情况',
  sortHint: '点列名可排序。',
  unit: '单位',
  standing: '报送情况',
  due: '应报送时间',
  first: '首次报送',
  daysLate: '逾期',
  sentBack: '退回',
  corrections: '修改',
  revisions: '报送次数',
  explained: '说明',
  filledAtOnce: '一键填零',
  onTime: '按时',
  extended: '延期内',
  late: '逾期',
  missing: '逾期未报',
  open: '未到期',
  report: '汇总',
  onBehalf: '代填',
  days: (calendar: number, working: number) => (calendar === 0 ? '不足1天' : `${calendar}天（${working}个工作日）`),
  times: (count: number) => `${count}次`,
  cells: (count: number) => `${count}栏`,
  corrected: (onTime: number, late: number) =>
    [onTime > 0 ? `按时${onTime}次` : '', late > 0 ? `逾期${late}次` : ''].filter(Boolean).join('，'),
  correctionDue: (due: string) => `待修改，${due}前`,
  correctionOverdue: (due: string) => `修改逾期，应于${due}前`,
  reasons: (b: number, c: number) =>
    [b > 0 ? `准强制${b}项` : '', c > 0 ? `核实${c}项` : ''].filter(Boolean).join('，'),
  extendedTo: (due: string, reason: string) => `延期至${due}：${reason}`,
  notKept: '—',
  notKeptSaid: '不适用',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
