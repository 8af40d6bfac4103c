/*
 * The report over a unit and all below it as a document: what the leader signs and the office publishes. Which units
 * are in it, and which are missing, late or provisional, stands beside the figures (product A2); the hash of what
 * they rest on stands at the end.
 */
import type { Cells } from '../form/cells.ts'
import type { Form } from '../form/form.ts'
import type { Language } from '../form/words.ts'
import { dateInWords } from '../round/due-in-words.ts'
import { dayOf, type Instant } from '../time.ts'
import type { Words } from '../words.ts'
import type { Block, DocumentModel } from './document.ts'
import {
  dayByHand,
  hashLine,
  momentInWords,
  nameOf,
  namesInWords,
  scopeLine,
  statutoryLines,
  titleLines,
} from './document-words.ts'
import type { PrintedList } from './list-table.ts'
import { sectionBlocks } from './printed-sections.ts'

export interface Completeness {
  /** Own returns in the figures: Report.unitsIn. */
  readonly unitsIn: number
  /** Names of the units that are not in; in but not reviewed yet; in but late. */
  readonly missing: readonly Words[]
  readonly provisional: readonly Words[]
  readonly late: readonly Words[]
}

export interface ReportDocumentInput {
  readonly form: Form
  /** The year reported on. */
  readonly year: number
  /** The collector. */
  readonly unit: { readonly name: Words }
  /** Report.figures: added-up input cells and computed cells. */
  readonly figures: Cells
  /** The report's own narratives, by address (`overview.text`). */
  readonly narratives: Cells
  /** As in Edition.lists, with the unit's name instead of its id; a row maps column id to value. */
  readonly lists: readonly { readonly unit: Words; readonly section: string; readonly rows: readonly Cells[] }[]
  readonly completeness: Completeness
  /** From wholeScope. */
  readonly scope: Words
  readonly statutory: boolean
  /** Figures drawn from a seed: marked 演示数据. */
  readonly demo: boolean
  /** Head of what the report rests on: Report.hash or Edition.hash. */
  readonly hash: string
  /** Absent: not published yet, and marked so. */
  readonly published?: { readonly edition: number; readonly at: Instant }
  /** The round's zone. */
  readonly zone: string
  readonly language: Language
}

/** 「已报 7 个单位，缺 0 个」, with the missing, the unreviewed and the late by name. */
export const completenessLine = (of: Completeness, language: Language): string => {
  const parts =
    language === 'zh'
      ? ([
          [`已报 ${of.unitsIn} 个单位，缺 ${of.missing.length} 个`, of.missing],
          [`${of.provisional.length} 个尚未审核`, of.provisional],
          [`${of.late.length} 个逾期报送`, of.late],
        ] as const)
      : ([
          [`${of.unitsIn} unit(s) in, ${of.missing.length} missing`, of.missing],
          [`${of.provisional.length} not reviewed yet`, of.provisional],
          [`${of.late.length} handed in late`, of.late],
        ] as const)
  const said = parts.flatMap(([text, names], index) => {
    if (names.length === 0) return index === 0 ? [text] : []
    return [language === 'zh' ? `${text}（${namesInWords(names, 'zh')}）` : `${text} (${namesInWords(names, 'en')})`]
  })
  return language === 'zh' ? `${said.join('；')}。` : `${said.join('; ')}.`
}

const publishedLine = ({ published, zone, language }: ReportDocumentInput): string => {
  if (!published)
    return language === 'zh' ? '草稿，尚未发布，数据可能变动。' : 'Draft, not published; figures may change.'
  const at = momentInWords(published.at, zone, language)
  return language === 'zh' ? `第${published.edition}版，${at}发布。` : `Edition ${published.edition}, published ${at}.`
}

/** The report as a document: title, scope and completeness, the sections of the format, hash, signature block. */
export const reportDocument = (input: ReportDocumentInput): DocumentModel => {
  const { form, year, unit, figures, narratives, lists, completeness, statutory, hash, language } = input
  const title = titleLines(unit.name, form, year, language)
  const listOf = (id: string): PrintedList => {
    const rows = lists
      .filter(({ section }) => section === id)
      .flatMap((list) => list.rows.map((values) => ({ unit: list.unit[language], values })))
    return { rows, none: rows.length === 0, withUnits: true }
  }
  const note = (text: string): Block => ({ kind: 'note', text })
  const tableNote = scopeLine('report', input)
  const { body, annexes } = sectionBlocks({ form, cells: { ...narratives, ...figures }, listOf, tableNote, language })
  const dated = input.published && dayOf(input.published.at, input.zone)
  return {
    name: nameOf(title, language),
    language,
    blocks: [
      { kind: 'title', lines: title },
      note([tableNote, ...statutoryLines(statutory, language)].join(language === 'zh' ? '。' : '. ')),
      note(completenessLine(completeness, language)),
      ...body,
      {
        kind: 'signature',
        unit: unit.name[language],
        date: dated ? dateInWords(dated, language) : dayByHand(language),
        lines: [],
      },
      note(publishedLine(input)),
      note(hashLine(hash, language)),
      ...annexes,
    ],
  }
}
