/*
 * Two years side by side, of a report or of a return (product A4): every figure with last year's, the difference and
 * the growth. What the two editions count differently is said and not compared (F6). A form has hundreds of figures,
 * most of them 0: what is 0 or blank in both years is left out, and how many those are is said.
 */
import { asBig } from '../form/as-big.ts'
import type { CellValue } from '../form/cells.ts'
import type { Field } from '../form/field.ts'
import { fieldsIn } from '../form/fields.ts'
import type { Form } from '../form/form.ts'
import { printValue } from '../form/print-value.ts'
import { type Language, words } from '../form/words.ts'
import type { Words } from '../words.ts'
import type { Block, DocumentModel, TableCell } from './document.ts'
import { nameOf, scopeLine, statutoryLines } from './document-words.ts'
import { type Completeness, completenessLine } from './report-document.ts'
import { entry, figure, header, label } from './table-cells.ts'
import type { YearOnYearRow } from './year-on-year.ts'

export interface ComparisonDocumentInput {
  readonly form: Form
  /** The year reported on; it is compared with the one before. */
  readonly year: number
  readonly unit: { readonly name: Words }
  readonly of: 'return' | 'report'
  /** From yearOnYear: one row per number of the form. */
  readonly rows: readonly YearOnYearRow[]
  /** Of a report: who is in its figures. */
  readonly completeness?: Completeness
  /** From ownScope or wholeScope. */
  readonly scope: Words
  readonly statutory: boolean
  /** Figures drawn from a seed: marked 演示数据. */
  readonly demo: boolean
  readonly language: Language
}

const heads = {
  item: words('项目', 'Item'),
  difference: words('增减', 'Difference'),
  growth: words('增长率', 'Growth'),
  remark: words('说明', 'Remark'),
} as const
const yearOf = (year: number, language: Language): string => (language === 'zh' ? `${year}年` : String(year))
const far = words('与往年相差较大', 'Far from last year')
const points = words('个百分点', ' points')

const isNothing = (value: CellValue): boolean => asBig(value)?.eq(0) ?? value === null

/** 「+12」, 「-3」, 「0」; of a share in percentage points; '' where the two cannot be subtracted. */
const difference = (field: Field, { now, last, notComparable }: YearOnYearRow, language: Language): string => {
  const [a, b] = [asBig(now), asBig(last)]
  /* A signed change is a difference itself. */
  if (a === undefined || b === undefined || notComparable !== undefined || field.kind === 'change') return ''
  const by = a.minus(b)
  const text = `${by.gt(0) ? '+' : ''}${by.toFixed()}`
  return field.kind === 'ratio' ? `${text}${points[language]}` : text
}

const remark = ({ notComparable, outlier }: YearOnYearRow, language: Language): string =>
  notComparable?.[language] ?? (outlier === true ? far[language] : '')

const nameOfItem = ({ label: said, measure }: Field, language: Language): string =>
  measure === undefined || language === 'en' || said.zh.includes(measure) ? said[language] : `${said.zh}（${measure}）`

const plain = (text: string): TableCell => ({ text, role: 'number' })

const howToRead = (left: number, language: Language): string =>
  language === 'zh'
    ? `增长率＝（本年－上年）÷上年，保留一位小数；上年为零或无数据的不计算，两年口径不同的不比较。两年均为零或未填的${left}项未列出。`
    : `Growth is (this year − last year) ÷ last year, with one decimal: not computed from nothing, not compared where the two years count differently. ${left} item(s) that are 0 or blank in both years are left out.`

/** The comparison as a document: title, scope, how to read it, and a table for each section that has figures. */
export const comparisonDocument = (input: ComparisonDocumentInput): DocumentModel => {
  const { form, year, unit, of, rows, completeness, statutory, language } = input
  const title =
    language === 'zh'
      ? [unit.name.zh, `${year}年度与${year - 1}年度数据对比`]
      : [unit.name.en, `Figures of ${year} compared with ${year - 1}`]
  const listed = new Map(
    rows.filter(({ now, last }) => !(isNothing(now) && isNothing(last))).map((row) => [row.cell, row]),
  )
  const note = (text: string): Block => ({ kind: 'note', text })
  const tableNote = scopeLine(of, input)
  const rowOf = (field: Field, row: YearOnYearRow): readonly TableCell[] => [
    label(nameOfItem(field, language)),
    plain(printValue(field, row.last, language)),
    figure(() => printValue(field, row.now, language), row.cell),
    plain(difference(field, row, language)),
    plain(row.growth ?? ''),
    entry(remark(row, language)),
  ]
  const sections = form.sections.flatMap((section): readonly Block[] => {
    if (section.kind === 'narrative' || section.kind === 'list') return []
    const printed = fieldsIn(section).flatMap((field) => {
      const row = listed.get(field.address)
      return row === undefined ? [] : [rowOf(field, row)]
    })
    if (printed.length === 0) return []
    const head = [heads.item[language], yearOf(year - 1, language), yearOf(year, language)]
    return [
      { kind: 'heading', level: 1, text: section.title[language] },
      note(tableNote),
      {
        kind: 'table',
        caption: section.title[language],
        widths: [3, 1, 1, 1, 1, 2],
        headerRows: 1,
        rows: [
          [...head, heads.difference[language], heads.growth[language], heads.remark[language]].map((text) =>
            header(text),
          ),
          ...printed,
        ],
      },
    ]
  })
  return {
    name: nameOf(title, language),
    language,
    blocks: [
      { kind: 'title', lines: title },
      note([tableNote, ...statutoryLines(statutory, language)].join(language === 'zh' ? '。' : '. ')),
      ...(completeness === undefined ? [] : [note(completenessLine(completeness, language))]),
      note(howToRead(rows.length - listed.size, language)),
      ...sections,
    ],
  }
}
