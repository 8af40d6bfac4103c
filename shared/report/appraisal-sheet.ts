/*
 * The appraisal as a sheet: what stands in each column, and which columns are summed. How it looks and where the
 * formulas stand is functions/workbooks/write-appraisal.ts.
 */
import { words } from '../form/words.ts'
import { inWords } from '../round/due-in-words.ts'
import type { Instant } from '../time.ts'
import type { Language } from '../unit/unit.ts'
import type { Words } from '../words.ts'
import type { AppraisalRow, Standing } from './appraisal.ts'

export const standingWords = {
  onTime: words('按时', 'On time'),
  extended: words('延期内', 'Within the extension'),
  late: words('逾期', 'Late'),
  missing: words('逾期未报', 'Overdue, not in'),
  open: words('未到期', 'Not due yet'),
} as const satisfies Record<Standing, Words>

/** A number, a text, a moment of the round's zone, or nothing. */
export type SheetValue = number | string | { readonly at: Instant } | undefined

export interface SheetColumn {
  readonly head: Words
  readonly width: number
  readonly isSummed?: true
  readonly value: (row: AppraisalRow, of: { readonly zone: string; readonly language: Language }) => SheetValue
}

const count = (head: Words, value: (row: AppraisalRow) => number | undefined): SheetColumn => ({
  head,
  width: 11,
  isSummed: true,
  value,
})
const days = (head: Words, value: (row: AppraisalRow) => number | undefined): SheetColumn => ({
  head,
  width: 11,
  value,
})

/** The column by which the standings are counted. */
export const standingColumn: SheetColumn = {
  head: words('报送情况', 'Standing'),
  width: 14,
  value: ({ standing }, { language }) => standingWords[standing][language],
}

export const sheetColumns: readonly SheetColumn[] = [
  { head: words('单位编码', 'Unit code'), width: 14, value: ({ unit }) => unit },
  { head: words('单位', 'Unit'), width: 34, value: ({ name }, { language }) => name[language] },
  {
    head: words('报送内容', 'What is owed'),
    width: 10,
    value: ({ isReport }, { language }) =>
      (isReport === true ? words('汇总', 'Report') : words('报表', 'Return'))[language],
  },
  {
    head: words('应报送时间', 'Due'),
    width: 28,
    value: ({ dueAt }, { zone, language }) => inWords(dueAt, zone, language),
  },
  {
    head: words('首次报送时间', 'First handed in'),
    width: 18,
    value: ({ firstSubmittedAt }) => (firstSubmittedAt === undefined ? undefined : { at: firstSubmittedAt }),
  },
  standingColumn,
  days(words('逾期天数', 'Days late'), ({ daysLate }) => daysLate?.calendar),
  days(words('逾期工作日', 'Working days late'), ({ daysLate }) => daysLate?.working),
  {
    head: words('延期至', 'Extended to'),
    width: 28,
    value: ({ extension }, { zone, language }) =>
      extension === undefined ? undefined : inWords(extension.dueAt, zone, language),
  },
  { head: words('延期理由', 'Reason of the extension'), width: 30, value: ({ extension }) => extension?.reason },
  count(words('报送次数', 'Submissions'), ({ revisions }) => revisions),
  count(words('退回次数', 'Times sent back'), ({ timesSentBack }) => timesSentBack),
  count(words('按时修改', 'Corrected on time'), ({ corrections }) => corrections?.onTime),
  count(words('逾期修改', 'Corrected late'), ({ corrections }) => corrections?.late),
  count(words('修改待报（逾期）', 'Correction overdue'), ({ correctionDue }) =>
    correctionDue === undefined ? undefined : Number(correctionDue.isOverdue),
  ),
  count(words('说明项（准强制）', 'Explained, class B'), ({ explained }) => explained?.B),
  count(words('说明项（核实）', 'Explained, class C'), ({ explained }) => explained?.C),
  count(words('一键填零栏数', 'Cells filled at once'), ({ filledAtOnce }) => filledAtOnce),
  {
    head: words('代填', 'On behalf'),
    width: 10,
    value: ({ onBehalf }, { language }) => (onBehalf === true ? words('是', 'Yes')[language] : undefined),
  },
]
