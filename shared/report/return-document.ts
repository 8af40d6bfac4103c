/* A unit's return as a document: what is previewed, attached to the receipt and printed for signature and seal. */
import type { Cells } from '../form/cells.ts'
import { listsOf } from '../form/fields.ts'
import type { Form } from '../form/form.ts'
import { listRowsOf } from '../form/lists.ts'
import type { Language } from '../form/words.ts'
import type { Receipt, SignOff } from '../return/return.ts'
import { dateInWords } from '../round/due-in-words.ts'
import { dayOf } from '../time.ts'
import type { Words } from '../words.ts'
import type { Block, DocumentModel } from './document.ts'
import { dayByHand, hashLine, momentInWords, nameOf, scopeLine, statutoryLines, titleLines } from './document-words.ts'
import type { PrintedList } from './list-table.ts'
import { sectionBlocks } from './printed-sections.ts'

export interface ReturnDocumentInput {
  readonly form: Form
  /** The year reported on. */
  readonly year: number
  readonly unit: { readonly name: Words }
  /** Input cells of the draft or revision, lists included. */
  readonly cells: Cells
  /** Computed cells; they win over stated values in `cells`. */
  readonly computed: Cells
  readonly signOff?: SignOff
  /** Absent: a draft, and marked so. */
  readonly receipt?: Receipt
  /** Name of who handed in for the unit. */
  readonly onBehalf?: string
  /** The round's zone: moments are printed in it. */
  readonly zone: string
  /** From ownScope. */
  readonly scope: Words
  readonly statutory: boolean
  /** Figures drawn from a seed: marked 演示数据. */
  readonly demo: boolean
  readonly language: Language
}

const timeliness = {
  zh: { onTime: '按时', extended: '延期内', late: '逾期' },
  en: { onTime: 'on time', extended: 'within the extension', late: 'late' },
} as const

const receiptLines = ({ receipt, onBehalf, zone, language }: ReturnDocumentInput): readonly string[] => {
  if (!receipt) return [language === 'zh' ? '草稿，尚未报送。' : 'Draft, not handed in yet.']
  const at = momentInWords(receipt.submittedAt, zone, language)
  const kept = timeliness[language][receipt.timeliness]
  const line =
    language === 'zh'
      ? `回执编号：${receipt.number}　第${receipt.revision}次报送，${at}（${kept}）`
      : `Receipt ${receipt.number}: submission ${receipt.revision}, ${at} (${kept})`
  const forThem =
    onBehalf === undefined
      ? []
      : [language === 'zh' ? `本次报送由${onBehalf}代为填报。` : `Handed in on behalf of the unit by ${onBehalf}.`]
  return [line, ...forThem, hashLine(receipt.hash, language)]
}

const signOffLines = ({ signOff, language }: ReturnDocumentInput): readonly string[] => {
  const { preparedBy = '', reviewedBy = '', confidentialityReviewedBy = '', phone = '' } = signOff ?? {}
  return language === 'zh'
    ? [
        `填报人：${preparedBy}`,
        `审核人：${reviewedBy}`,
        `保密审查人：${confidentialityReviewedBy}`,
        `联系电话：${phone}`,
      ]
    : [
        `Prepared by: ${preparedBy}`,
        `Reviewed by: ${reviewedBy}`,
        `Confidentiality review: ${confidentialityReviewedBy}`,
        `Telephone: ${phone}`,
      ]
}

/** The return as a document: title, scope, the sections of the format in order, receipt, sign-off facts and date. */
export const returnDocument = (input: ReturnDocumentInput): DocumentModel => {
  const { form, year, unit, cells, computed, receipt, zone, statutory, language } = input
  const title = titleLines(unit.name, form, year, language)
  const listOf = (id: string): PrintedList => {
    const list = listsOf(form).find((section) => section.id === id)
    return { rows: list ? listRowsOf(list, cells) : [], none: cells[`${id}.none`] === true, withUnits: false }
  }
  const note = (text: string): Block => ({ kind: 'note', text })
  const tableNote = scopeLine('return', input)
  const { body, annexes } = sectionBlocks({ form, cells: { ...cells, ...computed }, listOf, tableNote, language })
  return {
    name: nameOf(title, language),
    language,
    blocks: [
      { kind: 'title', lines: title },
      note([tableNote, ...statutoryLines(statutory, language)].join(language === 'zh' ? '。' : '. ')),
      ...body,
      {
        kind: 'signature',
        unit: unit.name[language],
        date: receipt ? dateInWords(dayOf(receipt.submittedAt, zone), language) : dayByHand(language),
        lines: signOffLines(input),
      },
      ...receiptLines(input).map(note),
      ...annexes,
    ],
  }
}
