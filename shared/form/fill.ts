/*
 * One click for a whole section (product F4): 「其余填 0」 and 「零报告」. Both only name the cells to set; that they
 * were set this way is recorded by the return.
 */
import type { Cells, CellValue } from './cells.ts'
import { isBlank, isNotApplicable } from './cells.ts'
import type { Field } from './field.ts'
import { fieldsIn } from './fields.ts'
import type { Address, FieldKind, Form, ListSection, Words } from './form.ts'
import { listRowsOf } from './lists.ts'
import { words } from './words.ts'

export type Filling =
  | { readonly ok: true; readonly cells: Cells }
  | { readonly ok: false; readonly message: Words; readonly cells: readonly Address[] }

/** The zero of each kind; undefined where a section cannot be filled with one click. */
const zeroOfKind = {
  count: 0,
  change: 0,
  money: '0',
  text: undefined,
  narrative: undefined,
  flag: undefined,
  choice: undefined,
  sum: undefined,
  ratio: undefined,
} as const satisfies Record<FieldKind, CellValue | undefined>

const isZero = (value: CellValue | undefined): boolean =>
  value === 0 || (typeof value === 'string' && /^0+(\.0+)?$/.test(value))

const numbersIn = (fields: readonly Field[]): readonly Field[] =>
  fields.filter((field) => zeroOfKind[field.kind] !== undefined)

const zerosFor = (fields: readonly Field[], cells: Cells): Cells =>
  Object.fromEntries(
    fields
      .filter(({ address }) => isBlank(cells[address]))
      .map(({ address, kind }) => [address, zeroOfKind[kind] ?? null]),
  )

const nilList = (list: ListSection, cells: Cells): Filling => {
  const rows = listRowsOf(list, cells)
  if (rows.length === 0) return { ok: true, cells: { [`${list.id}.none`]: true } }
  return {
    ok: false,
    message: words(
      `「${list.title.zh}」已有 ${rows.length} 行，不能按零报告处理；确无内容的，请先删除这些行。`,
      `“${list.title.en}” has ${rows.length} rows and is no nil return; remove them first if there are none.`,
    ),
    cells: rows.map(({ rowId }) => `${list.id}.${rowId}`),
  }
}

/**
 * The cells to set. 'zero': what is blank of counts, changes and money becomes 0. 'nil' (零报告): the same, and a list
 * says there are none; refused when a figure other than 0, or a row, stands in the section, naming these cells. Neither
 * touches narratives, texts, zeros that stand and cells that do not apply.
 */
export const fillSection = (form: Form, sectionId: string, withWhat: 'zero' | 'nil', cells: Cells): Filling => {
  const section = form.sections.find(({ id }) => id === sectionId)
  if (!section) {
    return { ok: false, message: words('本表没有这一部分。', 'The form has no such section.'), cells: [] }
  }
  if (section.kind === 'list') return withWhat === 'nil' ? nilList(section, cells) : { ok: true, cells: {} }
  const numbers = numbersIn(fieldsIn(section))
  if (withWhat === 'nil') {
    const figures = numbers.filter(({ address }) => {
      const value = cells[address]
      return !isBlank(value) && !isNotApplicable(value) && !isZero(value)
    })
    const [first] = figures
    if (first) {
      return {
        ok: false,
        message: words(
          `「${first.label.zh}」${figures.length === 1 ? '' : '等'} ${figures.length} 处不为 0，不能按零报告处理；请核对，确为零的先改为 0。`,
          `${figures.length} cells are not 0, beginning with “${first.label.en}”: no nil return; set them to 0 first if they are.`,
        ),
        cells: figures.map(({ address }) => address),
      }
    }
  }
  return { ok: true, cells: zerosFor(numbers, cells) }
}
