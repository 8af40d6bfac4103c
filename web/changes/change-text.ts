/* A changed cell in words: what it is called, and its values as they are printed. */
import type { CellValue } from '../../shared/form/cells.ts'
import { fieldAt, listMarkerAt } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import { language } from '../language.ts'

/** The name of a cell, with its section: 「三、… · 行政处罚」; its address where the form does not know it. */
export const cellName = (form: Form, address: string): string => {
  const section = form.sections.find(({ id }) => address.startsWith(`${id}.`))
  const field = fieldAt(form, address)
  const title = section?.title[language.value] ?? ''
  const label = field?.label[language.value] ?? (listMarkerAt(form, address) === undefined ? address : '')
  return label === '' || label === title ? title : `${title} · ${label}`
}

/** A value as printed; blank is said and not shown as nothing. */
export const valueInWords = (form: Form, address: string, value: unknown, blank: string): string => {
  const field = fieldAt(form, address)
  if (field === undefined) return value === null || value === undefined ? blank : String(value)
  /* The API gives values of the form's own kinds. */
  return printValue(field, (value ?? null) as CellValue, language.value) || blank
}
