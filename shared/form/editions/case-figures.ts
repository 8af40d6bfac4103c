/* R11 outside table 3: reconsiderations and suits (table 4), normative documents (table 2). Decision 0023. */
import type { Cells } from '../cells.ts'
import type { Address, Phrase, Words } from '../form.ts'
import { words } from '../words.ts'
import { allAt } from './check-parts.ts'
import { outcomeIds } from './disputes-table.ts'
import type { ReadFigure } from './text-agreement.ts'

const inDispute = (row: string, upheld: number): Cells => ({
  ...allAt(
    outcomeIds.map((id) => `disputes.${row}.${id}`),
    0,
  ),
  [`disputes.${row}.upheld`]: upheld,
})
const disputeTotal = (row: string): Address => `disputes.${row}.total`
const suits = ['directSuit', 'suitAfterReconsideration']
const ended = '(案件|的?情况|申请|的?案件)?(?=[，。；]|$)'
const notDispute = '许可|处罚|强制|应诉|信访|出庭'

/** Of table 4. */
export const disputeFigures: readonly ReadFigure[] = [
  {
    id: 'reconsideration',
    label: words('行政复议数量', 'administrative reconsiderations'),
    rule: {
      about: '信息公开|依申请公开',
      notAbout: notDispute,
      phrases: ['(?<!诉讼[、和及与])行政复议(案件|申请|案)?(共计|总计|合计|共)?#件'],
      none: [`(未|没有|无)(发生|产生|引发|出现|收到)…行政复议([、和及与或]…行政诉讼)?${ended}`],
      readings: [[disputeTotal('reconsideration')]],
    },
    cells: () => inDispute('reconsideration', 2),
    right: '因政府信息公开引起的行政复议案件2件。',
    wrong: '因政府信息公开引起的行政复议案件三件。',
  },
  {
    id: 'suits',
    label: words('行政诉讼数量', 'administrative suits'),
    rule: {
      about: '信息公开|依申请公开',
      notAbout: notDispute,
      phrases: ['(?<!复议[、和及与])行政诉讼(案件|案)?(共计|总计|合计|共)?#件'],
      none: [`(未|没有|无)(发生|产生|引发|出现|收到)…行政诉讼${ended}`],
      readings: [suits.map(disputeTotal)],
    },
    cells: () => ({ ...inDispute('directSuit', 5), ...inDispute('suitAfterReconsideration', 2) }),
    right: '政府信息公开行政诉讼7件。',
    wrong: '政府信息公开行政诉讼5件。',
  },
]

const documents = (columns: readonly (readonly [string, Words, readonly Phrase[], string])[]): readonly ReadFigure[] =>
  columns.map(([column, label, phrases, right]) => ({
    id: `normativeDocuments.${column}`,
    label,
    rule: { phrases, readings: [[`proactive.normativeDocuments.${column}`]] },
    cells: () => ({ [`proactive.normativeDocuments.${column}`]: 12 }),
    right: right.replace('#', '12'),
    wrong: right.replace('#', '1１3'),
  }))

const normative = '(的|有?效的?)?(行政)?规范性文件'
/** Of table 2 since 2021. */
export const documentsOf2021 = documents([
  [
    'issued',
    words('制发行政规范性文件件数', 'normative documents issued'),
    [`(?<![、和及与或])(制发|制定|出台|印发)${normative}(共计|共)?#件`],
    '本年度制发行政规范性文件#件。',
  ],
  [
    'repealed',
    words('废止行政规范性文件件数', 'normative documents repealed'),
    [`(?<![、和及与或])废止${normative}(共计|共)?#件`],
    '废止行政规范性文件#件。',
  ],
  [
    'inForce',
    words('现行有效行政规范性文件件数', 'normative documents in force'),
    [`现行${normative}(共计|共)?#件`],
    '集中公开现行有效行政规范性文件#件。',
  ],
])

/** Of table 2 until 2020. */
export const documentsOf2019 = documents([
  [
    'made',
    words('新制作规范性文件数量', 'normative documents made'),
    [`(?<![、和及与或])(制发|制定|制作|出台)${normative}(共计|共)?#件`],
    '本年度制定规范性文件#件。',
  ],
])
