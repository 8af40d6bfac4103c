/*
 * The board as a table of texts and numbers, for a file: one row for a unit, as the coordinator of a call round reads
 * it. What the cells look like is not decided here.
 */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { letterStateInWords } from '../../shared/reminder/letter-state.ts'
import type { Language } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'

type Row = AnswerOf<Routes['getBoard']>['rows'][number]

const stages: Readonly<Record<Row['stage'], Words>> = {
  notStarted: { zh: '未开始', en: 'Not started' },
  drafting: { zh: '填报中', en: 'In progress' },
  submitted: { zh: '已报送', en: 'Handed in' },
  sentBack: { zh: '退回修改', en: 'Sent back' },
  accepted: { zh: '已通过', en: 'Accepted' },
}
const timeliness: Readonly<Record<Row['timeliness'], Words>> = {
  open: { zh: '未到期', en: 'Not due yet' },
  onTime: { zh: '按时', en: 'On time' },
  extended: { zh: '已延期', en: 'Extended' },
  late: { zh: '逾期', en: 'Late' },
  overdue: { zh: '逾期', en: 'Overdue' },
}

type Cell = string | number

interface Column {
  readonly head: Words
  readonly width: number
  readonly of: (row: Row, language: Language, at: (moment: string) => string) => Cell
}

const people = ({ people: all }: Row, of: (one: Row['people'][number]) => string | undefined): string =>
  all
    .filter(({ role }) => role === 'reporter')
    .flatMap((one) => of(one) ?? [])
    .join('、')

const columns: readonly Column[] = [
  { head: { zh: '单位编码', en: 'Code' }, width: 14, of: ({ unit }) => unit },
  { head: { zh: '单位', en: 'Unit' }, width: 34, of: ({ name }, language) => name[language] },
  { head: { zh: '状态', en: 'State' }, width: 12, of: ({ stage }, language) => stages[stage][language] },
  { head: { zh: '已填', en: 'Filled' }, width: 8, of: ({ progress }) => progress?.filled ?? '' },
  { head: { zh: '应填', en: 'Of' }, width: 8, of: ({ progress }) => progress?.total ?? '' },
  { head: { zh: '期限', en: 'Due' }, width: 34, of: ({ due }) => due.inWords },
  { head: { zh: '时效', en: 'Timeliness' }, width: 12, of: (row, language) => timeliness[row.timeliness][language] },
  { head: { zh: '延期理由', en: 'Reason of the extension' }, width: 24, of: (row) => row.extension?.reason ?? '' },
  { head: { zh: '未通过的校核', en: 'Failed checks' }, width: 14, of: ({ failedChecks }) => failedChecks ?? '' },
  { head: { zh: '其中已说明', en: 'Of these explained' }, width: 14, of: (row) => row.explainedChecks ?? '' },
  { head: { zh: '报送次数', en: 'Times handed in' }, width: 12, of: ({ revisions }) => revisions },
  { head: { zh: '退回次数', en: 'Times sent back' }, width: 12, of: ({ timesSentBack }) => timesSentBack },
  {
    head: { zh: '最近动作', en: 'Last activity' },
    width: 20,
    of: ({ lastActivityAt }, _, at) => (lastActivityAt === undefined ? '' : at(lastActivityAt)),
  },
  { head: { zh: '填报人', en: 'People' }, width: 18, of: (row) => people(row, ({ name }) => name) },
  { head: { zh: '电话', en: 'Telephone' }, width: 22, of: (row) => people(row, ({ phone }) => phone) },
  { head: { zh: '邮箱', en: 'E-mail' }, width: 32, of: (row) => people(row, ({ email }) => email) },
  { head: { zh: '催报次数', en: 'Times reminded' }, width: 12, of: ({ reminded }) => reminded.times },
  {
    head: { zh: '最近一封信', en: 'Newest letter' },
    width: 16,
    of: ({ newestLetter }, language) =>
      newestLetter === undefined ? '' : letterStateInWords[newestLetter.state][language],
  },
  { head: { zh: '暂停催报的理由', en: 'Why muted' }, width: 24, of: ({ muted }) => muted?.reason ?? '' },
]

export const boardWidths = columns.map(({ width }) => width)

/** The head of the table, then a row for each unit. `at` writes a moment in the round's zone. */
export const boardTable = (
  rows: readonly Row[],
  language: Language,
  at: (moment: string) => string,
): readonly (readonly Cell[])[] => [
  columns.map(({ head }) => head[language]),
  ...rows.map((row) => columns.map(({ of }) => of(row, language, at))),
]
