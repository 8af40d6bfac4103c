/* One section of the report: its table with sources, or its text with those of the units. */
import { useState } from 'preact/hooks'
import type { CellValue } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Section } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import { tableOf } from '../../shared/report/section-table.ts'
import { language } from '../language.ts'
import { Figures } from './figures.tsx'
import type { OpenReport } from './report-page.tsx'
import { ReportText } from './report-text.tsx'
import { Sources } from './sources.tsx'

interface SectionProps {
  readonly open: OpenReport
  readonly section: Section
}

const nameIn = ({ report }: OpenReport, unit: string): string =>
  report.in.find((member) => member.unit === unit)?.name[language.value] ?? unit

const TableOfSection = ({ open, section }: SectionProps) => {
  const [chosen, choose] = useState<string | undefined>(undefined)
  /* The API gives values of the form's own kinds. */
  const print = (cell: string, value: unknown): string => {
    const field = fieldAt(open.form, cell)
    return field === undefined ? '' : printValue(field, (value ?? null) as CellValue, language.value)
  }
  const rowsOf = (id: string) =>
    open.report.lists
      .filter((list) => list.section === id)
      .flatMap(({ unit, rows }) =>
        rows.map((values) => ({ unit: nameIn(open, unit), values: values as Readonly<Record<string, CellValue>> })),
      )
  const table = tableOf(
    section,
    (cell) => print(cell, open.report.figures[cell]),
    (id) => ({ rows: rowsOf(id), none: rowsOf(id).length === 0, withUnits: true }),
    language.value,
    true,
  )
  if (table === undefined) return null
  const id = `sources-${section.id}`
  return (
    <>
      <Figures
        open={open}
        table={table}
        chosen={chosen}
        choose={(cell) => choose(cell === chosen ? undefined : cell)}
        sources={id}
        print={print}
      />
      <div id={id}>{chosen !== undefined && <Sources key={chosen} open={open} cell={chosen} print={print} />}</div>
    </>
  )
}

export const ReportSection = ({ open, section }: SectionProps) => (
  <div class="card">
    <h2>{section.title[language.value]}</h2>
    {section.kind === 'narrative' ? (
      <ReportText open={open} cell={`${section.id}.text`} label={section.title[language.value]} />
    ) : (
      <TableOfSection open={open} section={section} />
    )}
  </div>
)
