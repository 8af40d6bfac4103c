/*
 * The circular on late and missing returns (逾期通报, product B3) as a draft in Word: units and days, never people.
 * Whoever has an extension that runs, or kept within it, is not named; where nobody is late it says that, and accuses
 * nobody.
 */
import type { Language } from '../form/words.ts'
import { inWords } from '../round/due-in-words.ts'
import type { Instant } from '../time.ts'
import type { Words } from '../words.ts'
import type { Appraisal, AppraisalRow } from './appraisal.ts'
import { aboutAll, aboutLate, addressed, asked, daysInWords, draftMark, heads, internalDue } from './circular-words.ts'
import type { Block, DocumentModel, TableCell } from './document.ts'
import { dayByHand, momentInWords, nameOf } from './document-words.ts'
import { demoMark } from './scope.ts'

export interface CircularInput {
  readonly appraisal: Appraisal
  readonly asOf: Instant
  /** The round's title, as the office wrote it. */
  readonly task: string
  /** The collector, who signs. */
  readonly unit: { readonly name: Words }
  readonly zone: string
  readonly statutory: boolean
  readonly demo: boolean
  readonly language: Language
}

const summary = ({ appraisal: { counts, rows }, asOf, task, zone, language }: CircularInput): string => {
  const { onTime, extended, late, missing, open } = counts
  const at = momentInWords(asOf, zone, language)
  const zh = language === 'zh'
  const some = (count: number, said: string): readonly string[] => (count === 0 ? [] : [said])
  const parts = [
    zh ? `按时报送${onTime}个` : `${onTime} handed in on time`,
    ...some(extended, zh ? `经批准延期并在延期内报送${extended}个` : `${extended} within an approved extension`),
    ...some(late, zh ? `逾期报送${late}个` : `${late} late`),
    ...some(missing, zh ? `逾期未报送${missing}个` : `${missing} overdue and not in`),
    ...some(open, zh ? `尚未到截止时间${open}个` : `${open} not due yet`),
  ]
  return zh
    ? `现将“${task}”填报任务的报送情况通报如下：截至${at}，应报送单位${rows.length}个，其中${parts.join('，')}。`
    : `Returns of “${task}” as of ${at}: of ${rows.length} unit(s), ${parts.join(', ')}.`
}

const nobodyLate = ({ appraisal: { counts, rows }, language }: CircularInput): string => {
  if (rows.length === counts.open)
    return language === 'zh' ? '各单位均尚未到截止时间。' : 'No unit has reached its due moment yet.'
  if (counts.open > 0)
    return language === 'zh'
      ? '已到截止时间的单位均已按规定时间报送，没有逾期。'
      : 'Every unit whose due moment has passed handed in within its time; none is late.'
  return language === 'zh'
    ? '各单位均已按规定时间报送，没有逾期。'
    : 'Every unit handed in within its time; none is late.'
}

type Column = 'number' | 'unit' | 'due' | 'handedIn' | 'late'
const widths: Readonly<Record<Column, number>> = { number: 8, unit: 34, due: 26, handedIn: 22, late: 22 }

const cellOf = (column: Column, row: AppraisalRow, index: number, { zone, language }: CircularInput): TableCell => {
  const text = {
    number: () => String(index + 1),
    unit: () => row.name[language],
    due: () => inWords(row.dueAt, zone, language),
    handedIn: () => (row.firstSubmittedAt === undefined ? '' : momentInWords(row.firstSubmittedAt, zone, language)),
    late: () => (row.daysLate === undefined ? '' : daysInWords(row.daysLate, language)),
  }[column]()
  return { text, role: column === 'unit' ? 'label' : 'text' }
}

const tableOf = (
  caption: string,
  columns: readonly Column[],
  rows: readonly AppraisalRow[],
  of: CircularInput,
): Block => ({
  kind: 'table',
  caption,
  widths: columns.map((column) => widths[column]),
  headerRows: 1,
  rows: [
    columns.map((column) => ({ text: heads[column][of.language], role: 'header' })),
    ...rows.map((row, index) => columns.map((column) => cellOf(column, row, index, of))),
  ],
})

const numbers = { zh: ['一、', '二、', '三、'], en: ['1. ', '2. ', '3. '] } as const

const blocksOfLate = (of: CircularInput): readonly Block[] => {
  const { language } = of
  const zh = language === 'zh'
  const among = (standing: AppraisalRow['standing']) => of.appraisal.rows.filter((row) => row.standing === standing)
  const [missing, late] = [among('missing'), among('late')]
  const parts: readonly (readonly [string, Block])[] = [
    ...(missing.length === 0
      ? []
      : [
          [
            zh ? '逾期未报送的单位' : 'Overdue and not handed in',
            tableOf(zh ? '逾期未报送的单位' : 'Not handed in', ['number', 'unit', 'due', 'late'], missing, of),
          ] as const,
        ]),
    ...(late.length === 0
      ? []
      : [
          [
            zh ? '逾期报送的单位' : 'Handed in late',
            tableOf(zh ? '逾期报送的单位' : 'Late', ['number', 'unit', 'due', 'handedIn', 'late'], late, of),
          ] as const,
        ]),
  ]
  const requests = [...(missing.length === 0 ? [] : [asked.missing]), ...(late.length === 0 ? [] : [asked.late])]
  return [
    ...parts.flatMap(([text, table], index): readonly Block[] => [
      { kind: 'heading', level: 1, text: `${numbers[language][index] ?? ''}${text}` },
      table,
    ]),
    { kind: 'heading', level: 1, text: `${numbers[language][parts.length] ?? ''}${zh ? '有关要求' : 'What is asked'}` },
    ...requests.map((request): Block => ({ kind: 'paragraph', text: request[language] })),
  ]
}

/** The draft: title, whom it goes to, how it stands, the tables, what is asked, and the block to sign. */
export const circular = (of: CircularInput): DocumentModel => {
  const { appraisal, task, unit, statutory, demo, language } = of
  const { late, missing } = appraisal.counts
  const isLate = late + missing > 0
  const which = late === 0 ? 'missing' : missing === 0 ? 'late' : 'both'
  const title = [unit.name[language], isLate ? aboutLate(which, task, language) : aboutAll(task, language)]
  const marks = [draftMark[language], ...(demo ? [demoMark[language]] : [])]
  return {
    name: nameOf([...title, language === 'zh' ? '（草稿）' : '(draft)'], language),
    language,
    blocks: [
      { kind: 'title', lines: title },
      { kind: 'note', text: marks.join(language === 'zh' ? '　' : ' · ') },
      { kind: 'paragraph', text: addressed[language], flush: true },
      { kind: 'paragraph', text: summary(of) },
      ...(isLate
        ? blocksOfLate(of)
        : [nobodyLate(of), asked.everyone[language]].map((text): Block => ({ kind: 'paragraph', text }))),
      ...(statutory ? [] : [{ kind: 'paragraph', text: internalDue[language] } as const]),
      { kind: 'signature', unit: unit.name[language], date: dayByHand(language), lines: [] },
    ],
  }
}
