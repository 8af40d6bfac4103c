/*
 * The API's strict reading of cells, from the form alone. Strictness lives here, leniency in `read-value.ts`.
 * The zod object of a form is built once; each cell is one predicate (`cellProblem`), which measured twice as fast
 * as a union per cell and gives the sentence of the problem from the same place.
 */
import * as z from 'zod/mini'
import { cellProblem, isCellValue } from './cell-problem.ts'
import type { Cells, CellValue } from './cells.ts'
import type { InputField } from './fields.ts'
import { fieldAt, fieldsOf, inputFieldsOf, listMarkerAt, listsOf } from './fields.ts'
import type { Address, Form, Words } from './form.ts'
import { words } from './words.ts'

/** A cell of the body that cannot be taken, and why. `cell` is '' when the body itself is unreadable. */
export interface CellProblem {
  readonly cell: Address
  readonly message: Words
}

const cellSchema = (field: InputField) => z.optional(z.custom<CellValue>((value: unknown) => isCellValue(field, value)))

const build = (form: Form) =>
  z.strictObject(Object.fromEntries(inputFieldsOf(form).map((field) => [field.address, cellSchema(field)])))

const built = new WeakMap<Form, ReturnType<typeof build>>()

/** Strict zod object of the fixed input cells of a form, all optional: unknown and computed cells are refused. Built once. */
export const draftSchema = (form: Form): ReturnType<typeof build> => {
  const known = built.get(form)
  if (known) return known
  const schema = build(form)
  built.set(form, schema)
  return schema
}

/** What is wrong with one entry of a body, whatever kind of address it is. */
const problemAt = (form: Form, cell: Address, value: unknown): Words | undefined => {
  const field = fieldAt(form, cell)
  if (field) return cellProblem(field, value)
  if (listMarkerAt(form, cell)) {
    // `accounts.r1` names a row as a whole; the only thing to do with it is to remove it.
    return value === null
      ? undefined
      : words(
          '删除整行时请提交空值，其他内容请逐格填写。',
          'A row as a whole can only be removed (null); send its cells one by one.',
        )
  }
  return words('本表没有这一格，请刷新页面后重试。', 'The form has no such cell; reload the page and try again.')
}

const isCellOfList = (form: Form, address: Address): boolean =>
  !fieldsOf(form).has(address) && listsOf(form).some((list) => address.startsWith(`${list.id}.`))

export type DraftReading =
  | { readonly ok: true; readonly cells: Cells }
  | { readonly ok: false; readonly problems: readonly CellProblem[] }

/**
 * Reads the cells of a PATCH. A draft may be incomplete; what it holds must be exact. All problems are listed.
 * Removed rows come back as `accounts.r1: null`.
 */
export const readDraft = (form: Form, body: unknown): DraftReading => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const message = words('请求中的表格数据无法识别。', 'The cells are not an object of addresses and values.')
    return { ok: false, problems: [{ cell: '', message }] }
  }
  const split = listsOf(form).length > 0 && Object.keys(body).some((address) => isCellOfList(form, address))
  const entries: readonly (readonly [string, unknown])[] = split ? Object.entries(body) : []
  const listed: Record<Address, CellValue> = {}
  for (const [address, value] of entries) {
    if (!isCellOfList(form, address)) continue
    if (problemAt(form, address, value)) return { ok: false, problems: problemsOf(form, body) }
    const field = fieldAt(form, address)
    listed[address] = field && isCellValue(field, value) ? value : null
  }
  const inTables = split ? Object.fromEntries(entries.filter(([address]) => !isCellOfList(form, address))) : body
  const read = draftSchema(form).safeParse(inTables)
  if (!read.success) return { ok: false, problems: problemsOf(form, body) }
  for (const address in read.data) listed[address] = read.data[address] ?? null
  return { ok: true, cells: listed }
}

const problemsOf = (form: Form, body: object): readonly CellProblem[] =>
  Object.entries(body).flatMap(([cell, value]) => {
    const message = problemAt(form, cell, value)
    return message ? [{ cell, message }] : []
  })
