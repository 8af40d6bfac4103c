/* What stands beside the cells: last year's figures, and the coordinator's comments. */
import { signal } from '@preact/signals'
import type { Cells } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import type { ReturnAnswer } from '../api/client.ts'
import { language } from '../language.ts'
import { cellsIn } from './stale.ts'

/** Last year's return in the cells of its own form, put together again for the checks that compare with it. */
export const lastYearCells = ({ lastYear }: ReturnAnswer): Cells =>
  lastYear === undefined ? {} : { ...cellsIn(lastYear.cells), ...cellsIn(lastYear.rest) }

const none: readonly string[] = []

export const besideOf = (form: Form, first: ReturnAnswer) => {
  /* Their own signals: what is saved changes the answer every second, and these once in a while. */
  const lastYear = signal(first.lastYear)
  const comments = signal(first.comments)
  return {
    read: (answer: ReturnAnswer): void => {
      lastYear.value = answer.lastYear
      comments.value = answer.comments
    },
    lastYear: (address: Address): { readonly text?: string; readonly notComparable?: string } => {
      const last = lastYear.value
      const notComparable = last?.notComparable[address]
      if (notComparable !== undefined) return { notComparable }
      const [field, value] = [fieldAt(form, address), cellsIn(last?.cells ?? {})[address]]
      return field === undefined || value === undefined ? {} : { text: printValue(field, value, language.value) }
    },
    comments: (address: Address): readonly string[] =>
      /* Asked for every cell of a table, and mostly there are none. */
      comments.value.length === 0 ? none : comments.value.flatMap(({ cell, text }) => (cell === address ? [text] : [])),
  }
}
