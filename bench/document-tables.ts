/*
 * What the documents are measured with: the report of a city with all figures filled, by our way, and the same tables
 * written straight with the library that writes them (bare/files.ts).
 */
import { compute } from '../shared/form/compute.ts'
import { inputFieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'
import type { DocumentModel, TableBlock } from '../shared/report/document.ts'
import { reportDocument } from '../shared/report/report-document.ts'
import { startColumns } from '../shared/report/table-grid.ts'

const form = joinForms(['ogi-2021', 'police-supplement'])
const said = (zh: string) => ({ zh, en: zh })

/** A report that is another one each time: nothing may come from a cache. */
export const benchModel = (n: number): DocumentModel => {
  const cells = Object.fromEntries(
    inputFieldsOf(form).flatMap(({ address, kind }, index): (readonly [string, number])[] =>
      kind === 'count' ? [[address, (index * 7 + n) % 9973]] : [],
    ),
  )
  return reportDocument({
    form,
    year: 2021,
    unit: { name: said('海东市公安局') },
    figures: { ...cells, ...compute(form, cells) },
    narratives: { 'overview.text': '一年来，我们及时公开涉及群众切身利益的信息。\n'.repeat(30) },
    lists: [],
    completeness: { unitsIn: 7, missing: [], provisional: [], late: [] },
    scope: said('全市（含县区）'),
    statutory: true,
    demo: false,
    hash: String(n).repeat(8),
    zone: 'Asia/Shanghai',
    language: 'zh',
  })
}

export const tablesOf = ({ blocks }: DocumentModel): readonly TableBlock[] =>
  blocks.filter((block) => block.kind === 'table')

/** Everything that is no table, as lines. */
export const linesOf = ({ blocks }: DocumentModel): readonly string[] =>
  blocks.flatMap((block) => ('text' in block ? [block.text] : []))

/** The texts of a table on its grid; covered places are empty. */
export const gridOf = ({ rows, widths }: TableBlock): readonly (readonly string[])[] => {
  const starts = startColumns(rows)
  return rows.map((row, down) => {
    const line = widths.map(() => '')
    row.forEach((cell, index) => {
      line[starts[down]?.[index] ?? 0] = cell.text
    })
    return line
  })
}
