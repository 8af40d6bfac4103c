/* What the return would print as now, from the cells as they stand in this window. */
import type { Cells, CellValue } from '../../shared/form/cells.ts'
import { compute } from '../../shared/form/compute.ts'
import { inputFieldsOf, listsOf } from '../../shared/form/fields.ts'
import { listRowsOf } from '../../shared/form/lists.ts'
import type { Block } from '../../shared/report/document.ts'
import { sectionBlocks } from '../../shared/report/printed-sections.ts'
import { notStatutory } from '../../shared/report/scope.ts'
import { language } from '../language.ts'
import type { OpenReturn } from '../return/open-return.ts'
import { say } from './words.ts'

const cellsOfLists = (open: OpenReturn): readonly (readonly [string, CellValue])[] =>
  listsOf(open.form).flatMap((list) => {
    const { rows, none } = open.listRows(list.id).value
    const cells = rows.flatMap((row) =>
      list.columns.map(
        ({ id }) => [`${list.id}.${row}.${id}`, open.cell(`${list.id}.${row}.${id}`).value.value] as const,
      ),
    )
    return [...cells, [`${list.id}.none`, none ? true : undefined] as const].flatMap(([cell, value]) =>
      value === undefined ? [] : [[cell, value] as const],
    )
  })

/** The values of all cells that people fill in; blank ones are left out. */
export const cellsIn = (open: OpenReturn): Cells =>
  Object.fromEntries([
    ...inputFieldsOf(open.form).flatMap(({ address }) => {
      const { value } = open.cell(address).value
      return value === undefined || value === null ? [] : [[address, value] as const]
    }),
    ...cellsOfLists(open),
  ])

/* A heading with nothing under it would be overlooked. */
const unwritten = ({ form }: OpenReturn): Cells =>
  Object.fromEntries(
    form.sections.filter(({ kind }) => kind === 'narrative').map(({ id }) => [`${id}.text`, say().notFilledIn]),
  )

/* The line of a list that is still blank. */
const worded = (block: Block): Block =>
  block.kind !== 'table'
    ? block
    : {
        ...block,
        rows: block.rows.map((row) =>
          row.length === 1 ? row.map((cell) => (cell.text === '' ? { ...cell, text: say().notFilledIn } : cell)) : row,
        ),
      }

/** The sections of the return as blocks, as they will be printed. */
export const printedReturn = (open: OpenReturn): readonly Block[] => {
  const cells = cellsIn(open)
  const { round, unit } = open.answer.value
  const listOf = (id: string) => {
    const list = listsOf(open.form).find((section) => section.id === id)
    return { rows: list ? listRowsOf(list, cells) : [], none: cells[`${id}.none`] === true, withUnits: false }
  }
  const { body, annexes } = sectionBlocks({
    form: open.form,
    cells: { ...unwritten(open), ...cells, ...compute(open.form, cells) },
    listOf,
    tableNote: unit.name[language.value],
    language: language.value,
  })
  const under: readonly Block[] = round.statutory ? [] : [{ kind: 'note', text: notStatutory[language.value] }]
  return [
    { kind: 'title', lines: [unit.name[language.value], round.title] },
    ...under,
    ...[...body, ...annexes].map(worded),
  ]
}
