/* Traces of the values that a cell was sent or kept with: short, because every keystroke of a long text may leave one. */
import type { CellValue } from '../../shared/form/cells.ts'
import { digest } from '../../shared/form/digest.ts'

const mostTraces = 50

/* A long text is remembered by its digest: every keystroke of it may be kept. */
export const traceOf = (value: CellValue): string => {
  const text = JSON.stringify(value)
  return text.length <= 40 ? text : `#${digest(text)}`
}

export const withTrace = (tried: readonly string[], value: CellValue): readonly string[] => {
  const trace = traceOf(value)
  return tried.includes(trace) ? tried : [...tried, trace].slice(-mostTraces)
}
