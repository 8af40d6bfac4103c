/*
 * The report as a workbook (product D2): a sheet for each table with a row for each unit and the sum, lists, checks,
 * progress. Loaded with the first one: the library is heavy.
 */
import Workbook from 'exceljs/lib/doc/workbook.js'
import type { Finding } from '../../shared/form/finding.ts'
import type { AppraisalRow } from '../../shared/report/appraisal.ts'
import { type SheetValue, sheetColumns } from '../../shared/report/appraisal-sheet.ts'
import { listTable } from '../../shared/report/list-table.ts'
import type { ReportDocumentInput } from '../../shared/report/report-document.ts'
import { dayOf, type Instant, msOf, timeOf } from '../../shared/time.ts'
import { addRowSheet } from './sheet-of-rows.ts'
import { addUnitSheet, type UnitRow } from './sheet-of-units.ts'

export interface ReportWorkbook extends Pick<ReportDocumentInput, 'form' | 'figures' | 'lists' | 'zone' | 'language'> {
  readonly title: string
  /** Scope, completeness and what is said of the whole, for every sheet. */
  readonly note: string
  readonly units: readonly UnitRow[]
  readonly findings: readonly Finding[]
  readonly progress: readonly AppraisalRow[]
  readonly made: Instant
}

const words = {
  zh: { checks: '勾稽结果', progress: '报送进度', class: '类别', rule: '规则', found: '情况', none: '未发现问题。' },
  en: {
    checks: 'Checks',
    progress: 'Progress',
    class: 'Class',
    rule: 'Rule',
    found: 'Finding',
    none: 'Nothing found.',
  },
} as const
const sides = { zh: ['左边', '右边', '栏目代码'], en: ['Left', 'Right', 'Cells'] } as const

const addChecks = (workbook: Workbook, of: ReportWorkbook): void => {
  const { findings, language, title, note } = of
  const said = words[language]
  const [left, right, cells] = sides[language]
  const rows = findings.map((one) => [
    one.class,
    one.ruleId,
    one.message[language],
    one.left ?? '',
    one.right ?? '',
    one.cells.join(' '),
  ])
  addRowSheet(workbook, {
    name: said.checks,
    title: `${title}　${said.checks}`,
    note,
    language,
    columns: [
      { head: said.class, width: 8 },
      { head: said.rule, width: 10 },
      { head: said.found, width: 80 },
      { head: left, width: 14 },
      { head: right, width: 14 },
      { head: cells, width: 50 },
    ],
    rows: rows.length > 0 ? rows : [['', '', said.none, '', '', '']],
  })
}

const wallClock = (value: SheetValue, zone: string): string | number | Date | undefined =>
  typeof value === 'object' ? new Date(`${dayOf(value.at, zone)}T${timeOf(value.at, zone)}:00Z`) : value

const addProgress = (workbook: Workbook, { progress, language, title, note, zone }: ReportWorkbook): void =>
  addRowSheet(workbook, {
    name: words[language].progress,
    title: `${title}　${words[language].progress}`,
    note,
    language,
    columns: sheetColumns.map(({ head, width }) => ({ head: head[language], width })),
    rows: progress.map((row) => sheetColumns.map(({ value }) => wallClock(value(row, { zone, language }), zone))),
  })

const addLists = (workbook: Workbook, { form, lists, language, title, note }: ReportWorkbook): void => {
  for (const section of form.sections) {
    if (section.kind !== 'list') continue
    const rows = lists
      .filter((list) => list.section === section.id)
      .flatMap((list) => list.rows.map((values) => ({ unit: list.unit[language], values })))
    const table = listTable(section, { rows, none: rows.length === 0, withUnits: true }, language)
    const [head = [], ...body] = table.rows.map((row) => row.map(({ text }) => text))
    addRowSheet(workbook, {
      name: (section.short ?? section.title)[language],
      title: `${title}　${section.title[language]}`,
      note,
      language,
      columns: head.map((text) => ({ head: text, width: 24 })),
      rows: body,
    })
  }
}

export const writeReportWorkbook = async (of: ReportWorkbook): Promise<Uint8Array> => {
  const workbook = new Workbook()
  workbook.creator = 'Huibao'
  workbook.title = of.title
  workbook.created = new Date(msOf(of.made))
  workbook.modified = workbook.created
  for (const section of of.form.sections) addUnitSheet(workbook, section, of)
  addLists(workbook, of)
  addChecks(workbook, of)
  addProgress(workbook, of)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
