/*
 * Lays a form out flat: one field per cell, in print order. A cell is computed when its row or its column is,
 * and it is one field only: where a computed row meets a computed column the column decides (the grand total
 * adds its row's columns; a share in a total row divides the totals), so no term is counted twice.
 */
import type { Field } from './field.ts'
import type { Address, Column, Form, ListSection, Row, Section, Words } from './form.ts'
import { words } from './words.ts'

/** The field of a cell that people fill in. */
export type InputField = Exclude<Field, { readonly kind: 'sum' | 'ratio' }>
/** The field of a cell that the server computes. */
export type ComputedField = Extract<Field, { readonly kind: 'sum' | 'ratio' }>

/** Is the cell computed, and therefore never sent and never added up from below? */
export const isComputed = (field: Field): field is ComputedField => field.kind === 'sum' || field.kind === 'ratio'

/** Is the cell filled in by people? */
export const isInput = (field: Field): field is InputField => !isComputed(field)

const inputField = (address: Address, section: string, label: Words, column: Column): Field => {
  const base = { address, section, label, ...(column.measure === undefined ? {} : { measure: column.measure }) }
  return column.kind === 'choice'
    ? { ...base, kind: 'choice', options: column.options ?? [] }
    : { ...base, kind: column.kind }
}

const cellLabel = (row: Row, column: Column): Words =>
  words(`${row.label.zh} · ${column.label.zh}`, `${row.label.en} · ${column.label.en}`)

const tableField = (section: string, row: Row, column: Column): Field => {
  const at = (rowId: string, columnId: string): Address => `${section}.${rowId}.${columnId}`
  const address = at(row.id, column.id)
  const label = cellLabel(row, column)
  const measure = column.measure === undefined ? {} : { measure: column.measure }
  const money = column.kind === 'money'
  const byColumn = column.computed
  if (byColumn && 'ratioOf' in byColumn) {
    const { numerator, denominator } = byColumn.ratioOf
    return {
      kind: 'ratio',
      address,
      section,
      label,
      numerator: at(row.id, numerator),
      denominator: at(row.id, denominator),
    }
  }
  if (byColumn) {
    const terms = byColumn.sumOf.map((columnId) => at(row.id, columnId))
    return { kind: 'sum', address, section, label, ...measure, terms, money }
  }
  const byRow = row.computed
  if (byRow && 'ratioOf' in byRow) {
    const { numerator, denominator } = byRow.ratioOf
    return {
      kind: 'ratio',
      address,
      section,
      label,
      numerator: at(numerator, column.id),
      denominator: at(denominator, column.id),
    }
  }
  if (byRow) {
    const terms = byRow.sumOf.map((rowId) => at(rowId, column.id))
    return { kind: 'sum', address, section, label, ...measure, terms, money }
  }
  return inputField(address, section, label, column)
}

const fieldsOfSection = {
  narrative: (section) => [
    { kind: 'narrative', address: `${section.id}.text`, section: section.id, label: section.title },
  ],
  blocks: (section) =>
    section.blocks.flatMap((block) =>
      block.rows.flatMap((row) => block.columns.map((column) => tableField(section.id, row, column))),
    ),
  matrix: (section) =>
    section.rows.flatMap((row) => section.columns.map((column) => tableField(section.id, row, column))),
  list: () => [],
} satisfies { [K in Section['kind']]: (section: Extract<Section, { kind: K }>) => readonly Field[] }

const laidOut = (section: Section): readonly Field[] => {
  switch (section.kind) {
    case 'narrative':
      return fieldsOfSection.narrative(section)
    case 'blocks':
      return fieldsOfSection.blocks(section)
    case 'matrix':
      return fieldsOfSection.matrix(section)
    case 'list':
      return fieldsOfSection.list()
  }
}

const ofSection = new WeakMap<Section, readonly Field[]>()

/** The fixed cells of one section, in print order; none for a list. Laid out once: every check of a form asks for them. */
export const fieldsIn = (section: Section): readonly Field[] => {
  const known = ofSection.get(section)
  if (known) return known
  const fields = laidOut(section)
  ofSection.set(section, fields)
  return fields
}

const remembered = new WeakMap<Form, ReadonlyMap<Address, Field>>()

/** Every fixed cell of the form by address, in print order. Cells of lists are found by `fieldAt`. Built once per form. */
export const fieldsOf = (form: Form): ReadonlyMap<Address, Field> => {
  const known = remembered.get(form)
  if (known) return known
  const fields = new Map(form.sections.flatMap(fieldsIn).map((field) => [field.address, field]))
  remembered.set(form, fields)
  return fields
}

const rememberedInputs = new WeakMap<Form, readonly InputField[]>()

/** The fixed cells that people fill in, in print order. Built once per form. */
export const inputFieldsOf = (form: Form): readonly InputField[] => {
  const known = rememberedInputs.get(form)
  if (known) return known
  const inputs = [...fieldsOf(form).values()].filter(isInput)
  rememberedInputs.set(form, inputs)
  return inputs
}

/** The lists of the form, in print order. */
export const listsOf = (form: Form): readonly ListSection[] =>
  form.sections.filter((section) => section.kind === 'list')

const rowIdPattern = /^[A-Za-z0-9_-]{1,40}$/

/** Row ids are made by whoever fills in; `none` is taken by the marker that says the list is empty. */
export const isRowId = (text: string): boolean => rowIdPattern.test(text) && text !== 'none'

/** What `list.none` and `list.rowId` stand for: "there are none", and a row as a whole (null removes it). */
export type ListMarker =
  | { readonly kind: 'none'; readonly list: ListSection }
  | { readonly kind: 'row'; readonly list: ListSection; readonly rowId: string }

/** The marker at an address such as `accounts.none` or `accounts.r1`; undefined for anything else. */
export const listMarkerAt = (form: Form, address: Address): ListMarker | undefined => {
  const [sectionId, rowId, ...rest] = address.split('.')
  if (rowId === undefined || rest.length > 0) return undefined
  const list = listsOf(form).find((section) => section.id === sectionId)
  if (!list) return undefined
  if (rowId === 'none') return { kind: 'none', list }
  return isRowId(rowId) ? { kind: 'row', list, rowId } : undefined
}

const listFieldAt = (form: Form, address: Address): Field | undefined => {
  const [sectionId, rowId, columnId, ...rest] = address.split('.')
  if (rowId === undefined || rest.length > 0) return undefined
  const list = listsOf(form).find((section) => section.id === sectionId)
  if (!list) return undefined
  if (columnId === undefined) {
    const label = words(`${list.title.zh} · 无`, `${list.title.en} · none`)
    return rowId === 'none' ? { kind: 'flag', address, section: list.id, label } : undefined
  }
  const column = list.columns.find((candidate) => candidate.id === columnId)
  if (!column || !isRowId(rowId)) return undefined
  const label = words(`${list.title.zh} · ${column.label.zh}`, `${list.title.en} · ${column.label.en}`)
  return inputField(address, list.id, label, column)
}

/**
 * The field at an address: a fixed cell, a cell of a list row (`accounts.r1.name`) or the flag `accounts.none`.
 * Undefined where the form has no such cell; `accounts.r1` alone is no cell (see `listMarkerAt`).
 */
export const fieldAt = (form: Form, address: Address): Field | undefined =>
  fieldsOf(form).get(address) ?? listFieldAt(form, address)
