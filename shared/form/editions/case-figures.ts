/* R11 outside table 3: reconsiderations and suits (table 4), normative documents (table 2). Decision 0023. */
import type { Address, Phrase } from '../form.ts'
import type { ReadFigure } from './text-agreement.ts'

const disputeTotal = (row: string): Address => `disputes.${row}.total`
const ended = '(案件|的?情况|申请|的?案件)?(?=[，。；]|$)'
const notDispute = '许可|处罚|强制|应诉|信访|出庭'

/** Of table 4. */
export const disputeFigures: readonly ReadFigure[] = [
  {
    id: 'reconsideration',
    about: '信息公开|依申请公开',
    notAbout: notDispute,
    phrases: ['(?<!诉讼[、和及与])行政复议(案件|申请|案)?(共计|总计|合计|共)?#件'],
    none: [`(未|没有|无)(发生|产生|引发|出现|收到)…行政复议([、和及与或]…行政诉讼)?${ended}`],
    readings: [[disputeTotal('reconsideration')]],
  },
  {
    id: 'suits',
    about: '信息公开|依申请公开',
    notAbout: notDispute,
    phrases: ['(?<!复议[、和及与])行政诉讼(案件|案)?(共计|总计|合计|共)?#件'],
    none: [`(未|没有|无)(发生|产生|引发|出现|收到)…行政诉讼${ended}`],
    readings: [[disputeTotal('directSuit'), disputeTotal('suitAfterReconsideration')]],
  },
]

const documents = (column: string, phrase: Phrase): ReadFigure => ({
  id: `normativeDocuments.${column}`,
  phrases: [`${phrase}(共计|共)?#件`],
  readings: [[`proactive.normativeDocuments.${column}`]],
})

const normative = '(的|有?效的?)?(行政)?规范性文件'
/** Of table 2 since 2021. */
export const documentsOf2021: readonly ReadFigure[] = [
  documents('issued', `(?<![、和及与或])(制发|制定|出台|印发)${normative}`),
  documents('repealed', `(?<![、和及与或])废止${normative}`),
  documents('inForce', `现行${normative}`),
]

/** Of table 2 until 2020. */
export const documentsOf2019: readonly ReadFigure[] = [
  documents('made', `(?<![、和及与或])(制发|制定|制作|出台)${normative}`),
]
