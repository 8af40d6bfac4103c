/*
 * One cell of an uploaded workbook: leniently as in the web form (full-width digits, 增5), and stricter where a
 * spreadsheet may have changed what was typed: dates, formulas and errors are refused, never guessed.
 */
import { cellProblem } from '../form/cell-problem.ts'
import type { CellValue } from '../form/cells.ts'
import type { Field } from '../form/field.ts'
import { readValue, type ValueReading } from '../form/read-value.ts'
import type { Words } from '../words.ts'
import { sheetText } from './facts.ts'
import type { RawCell } from './raw.ts'
import { cellFaults } from './words.ts'

const refuse = (message: Words): ValueReading => ({ ok: false, message })

const notApplicable = /^\s*(?:不适用|n\/a|not applicable)\s*[:：，,]?\s*(.*?)\s*$/is

const readText = (field: Field, text: string): ValueReading => {
  const isVerbatim = field.kind === 'text' || field.kind === 'narrative'
  const [, reason] = isVerbatim ? [] : (notApplicable.exec(text) ?? [])
  if (reason === undefined) return readValue(field, sheetText(text))
  if (reason === '') return refuse(cellFaults.noReason)
  const value: CellValue = { na: reason }
  const problem = cellProblem(field, value)
  return problem ? refuse(problem) : { ok: true, value }
}

/** Reads a cell of a sheet as the field's kind; undefined is a blank cell. */
export const readCell = (field: Field, raw: RawCell | undefined): ValueReading => {
  if (raw === undefined) return { ok: true, value: null }
  switch (raw.kind) {
    case 'formula':
      return refuse(cellFaults.formula)
    case 'error':
      return refuse(cellFaults.error)
    case 'date':
      return refuse(cellFaults.date)
    case 'truth':
      return field.kind === 'flag' ? { ok: true, value: raw.text === 'true' } : refuse(cellFaults.truth)
    case 'number':
      return readValue(field, raw.text)
    case 'text':
      return readText(field, raw.text)
  }
}
