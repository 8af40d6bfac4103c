/*
 * The leader's page (product D4): key figures with last year, charts, and what somebody should know, in plain
 * sentences. What is shown of a form is data (form/editions/summaries.ts); nothing here knows a section.
 */
import type Big from 'big.js'
import { asBig } from '../form/as-big.ts'
import type { Cells, CellValue } from '../form/cells.ts'
import { type FormSummary, type SummaryChart, summaryOfForm } from '../form/editions/summaries.ts'
import { fieldsOf } from '../form/fields.ts'
import type { Finding } from '../form/finding.ts'
import type { Address, Form, MatrixSection } from '../form/form.ts'
import { joinWords, words } from '../form/words.ts'
import type { Words } from '../words.ts'
import type { UnitCounts } from './report.ts'
import type { YearOnYearRow } from './year-on-year.ts'

export interface KeyFigure {
  readonly cell: Address
  readonly label: Words
  readonly measure?: string
  readonly now: CellValue
  readonly last: CellValue
  readonly growth?: string
  readonly notComparable?: Words
}

export interface Bar {
  readonly label: Words
  /** Exact, as a decimal; absent where nothing is known. */
  readonly value?: string
}

export interface Chart {
  readonly id: string
  readonly title: Words
  readonly measure?: string
  readonly bars: readonly Bar[]
}

export interface SummaryFacts {
  readonly form: Form
  readonly year: number
  readonly figures: Cells
  readonly yearOnYear: readonly YearOnYearRow[]
  /** The members of the report, computed cells with them. */
  readonly members: readonly { readonly name: Words; readonly cells: Cells }[]
  /** Earlier years of the same form, computed cells with them. */
  readonly earlier: readonly { readonly year: number; readonly cells: Cells }[]
  readonly counts: UnitCounts
  readonly missing: readonly { readonly name: Words; readonly timeliness: 'open' | 'overdue' }[]
  readonly findings: readonly Pick<Finding, 'class' | 'message'>[]
}

export interface Summary {
  readonly figures: readonly KeyFigure[]
  readonly charts: readonly Chart[]
  /** What to know, the gravest first. */
  readonly notes: readonly Words[]
}

const exact = (value: Big): string => value.toFixed()

const barOf = (label: Words, value: CellValue | undefined): Bar => {
  const known = asBig(value)
  return { label, ...(known === undefined ? {} : { value: exact(known) }) }
}

const keyFigures = ({ form, yearOnYear }: SummaryFacts, { figures }: FormSummary): readonly KeyFigure[] => {
  const [fields, years] = [fieldsOf(form), new Map(yearOnYear.map((row) => [row.cell, row]))]
  return figures.flatMap(({ cell, name }): readonly KeyFigure[] => {
    const [field, row] = [fields.get(cell), years.get(cell)]
    if (field === undefined || row === undefined) return []
    const { now, last, growth, notComparable } = row
    return [
      {
        cell,
        label: name,
        now,
        last,
        ...(field.measure === undefined ? {} : { measure: field.measure }),
        ...(growth === undefined ? {} : { growth }),
        ...(notComparable === undefined ? {} : { notComparable }),
      },
    ]
  })
}

/** The rows right under a group, and the groups in it, each one bar; rows that are computed repeat the others. */
const outcomesIn = (section: MatrixSection, within: string, column: string, figures: Cells): readonly Bar[] => {
  const groupsIn = section.rowGroups.filter((group) => group.in === within)
  const seen = new Set<string>()
  return section.rows.flatMap((row): readonly Bar[] => {
    if (row.computed !== undefined) return []
    if (row.group === within) return [barOf(row.label, figures[`${section.id}.${row.id}.${column}`])]
    const group = groupsIn.find(({ id }) => id === row.group)
    if (group === undefined || seen.has(group.id)) return []
    seen.add(group.id)
    const parts = section.rows
      .filter((one) => one.group === group.id && one.computed === undefined)
      .flatMap((one) => asBig(figures[`${section.id}.${one.id}.${column}`]) ?? [])
    const [first, ...rest] = parts
    return [
      {
        label: group.label,
        ...(first === undefined ? {} : { value: exact(rest.reduce((sum, part) => sum.plus(part), first)) }),
      },
    ]
  })
}

const yearLabel = (year: number): Words => words(`${year}年`, String(year))

const chartOf = (facts: SummaryFacts, chart: SummaryChart): readonly Chart[] => {
  const { form, figures, year } = facts
  if (chart.kind === 'byOutcome') {
    const section = form.sections.find(({ id }) => id === chart.section)
    if (section?.kind !== 'matrix') return []
    const title = section.rowGroups.find(({ id }) => id === chart.within)?.label ?? section.title
    const measure = section.columns.find(({ id }) => id === chart.column)?.measure
    return [
      {
        id: `${chart.section}-${chart.within}`,
        title,
        bars: outcomesIn(section, chart.within, chart.column, figures),
        ...(measure === undefined ? {} : { measure }),
      },
    ]
  }
  const field = fieldsOf(form).get(chart.cell)
  if (field === undefined) return []
  const measure = field.measure === undefined ? {} : { measure: field.measure }
  if (chart.kind === 'byUnit') {
    const bars = facts.members.map(({ name, cells }) => barOf(name, cells[chart.cell]))
    return bars.length < 2 ? [] : [{ id: `${chart.cell}-units`, title: chart.title, bars, ...measure }]
  }
  /* A line of one year says nothing. */
  if (facts.earlier.length === 0) return []
  const years = [...facts.earlier].sort((a, b) => a.year - b.year)
  return [
    {
      id: `${chart.cell}-years`,
      title: chart.title,
      bars: [
        ...years.map((one) => barOf(yearLabel(one.year), one.cells[chart.cell])),
        barOf(yearLabel(year), figures[chart.cell]),
      ],
      ...measure,
    },
  ]
}

const and = words('、', ', ')
const named = (names: readonly Words[]): Words => joinWords(names, and)

const notesOf = ({ form, counts, missing, yearOnYear, findings }: SummaryFacts): readonly Words[] => {
  const overdue = missing.filter(({ timeliness }) => timeliness === 'overdue').map(({ name }) => name)
  const open = missing.filter(({ timeliness }) => timeliness === 'open').map(({ name }) => name)
  const fields = fieldsOf(form)
  const odd = yearOnYear.filter(({ outlier }) => outlier === true).map(({ cell }) => fields.get(cell)?.label)
  const labels = odd.flatMap((label) => (label === undefined ? [] : [label]))
  const provisional = counts.unitsProvisional
  const late = counts.unitsLate
  return [
    ...(overdue.length === 0
      ? []
      : [words(`逾期未报送：${named(overdue).zh}。`, `Overdue and not in: ${named(overdue).en}.`)]),
    ...(open.length === 0 ? [] : [words(`尚未报送：${named(open).zh}。`, `Not in yet: ${named(open).en}.`)]),
    ...(provisional === 0
      ? []
      : [
          words(
            `有 ${provisional} 个单位的数据尚未审核，合计为暂定数。`,
            `Figures of ${provisional === 1 ? 'one unit' : `${provisional} units`} are not reviewed: totals are provisional.`,
          ),
        ]),
    ...(late === 0
      ? []
      : [words(`有 ${late} 个单位逾期报送。`, `${late === 1 ? 'One unit' : `${late} units`} handed in late.`)]),
    ...(labels.length === 0
      ? []
      : [
          words(
            `与往年相比变化异常，请核实：${named(labels).zh}。`,
            `Unusual against earlier years: ${named(labels).en}.`,
          ),
        ]),
    ...[...findings].sort((a, b) => (a.class < b.class ? -1 : 1)).map(({ message }) => message),
  ]
}

/** What the leader's page shows of a report. */
export const summaryOf = (facts: SummaryFacts): Summary => {
  const shown = summaryOfForm(facts.form.id)
  return {
    figures: keyFigures(facts, shown),
    charts: shown.charts.flatMap((chart) => chartOf(facts, chart)),
    notes: notesOf(facts),
  }
}
