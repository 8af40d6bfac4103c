/* A value as the sentences of a table print it. */
import type { CellValue } from '../../../shared/form/cells.ts'
import { fieldAt } from '../../../shared/form/fields.ts'
import type { Address } from '../../../shared/form/form.ts'
import { printValue } from '../../../shared/form/print-value.ts'
import { language } from '../../language.ts'
import type { OpenReturn } from '../open-return.ts'
import { say } from './words.ts'

/** The printed text of a value in a cell; 「空白」 where there is none. */
export const valueText = (open: OpenReturn, address: Address, value: CellValue | undefined): string => {
  const field = fieldAt(open.form, address)
  return (field === undefined ? '' : printValue(field, value, language.value)) || say().blank
}
