import type { CellValue } from '../cells.ts'
import { isBlank } from '../cells.ts'
import { listMarkerAt } from '../fields.ts'
import type { Address, ListSection } from '../form.ts'
import { listRowsOf } from '../lists.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate, Evidence } from './figures.ts'
import { named, nothing } from './figures.ts'
import { whatToDo } from './what-to-do.ts'

/** Spaces alone say nothing either. */
const isEmpty = (value: CellValue | undefined): boolean =>
  isBlank(value) || (typeof value === 'string' && value.trim() === '')

/** A list is filled when it says 「无」, or has rows without a blank. */
const blanksOfList = (list: ListSection, marker: Address, evidence: Evidence): readonly Address[] => {
  const rows = listRowsOf(list, evidence.cells)
  if (rows.length === 0) return evidence.cells[marker] === true ? [] : [marker]
  return rows.flatMap(({ rowId, values }) =>
    list.columns.filter(({ id }) => isEmpty(values[id])).map(({ id }) => `${list.id}.${rowId}.${id}`),
  )
}

/** No cell is blank (R17). A list is named by its marker `accounts.none`. One finding names them all. */
export const filled: Evaluate<RuleOf<'filled'>> = (rule, evidence, check) => {
  const blanks: Address[] = []
  for (const address of rule.cells) {
    const value = evidence.cells[address]
    if (value !== undefined && value !== true && !isEmpty(value) && !address.endsWith('.none')) continue
    const marker = address.endsWith('.none') ? listMarkerAt(evidence.form, address) : undefined
    if (marker) blanks.push(...blanksOfList(marker.list, address, evidence))
    else if (isEmpty(value)) blanks.push(address)
  }
  const [first] = blanks
  if (first === undefined) return nothing
  const name = named(evidence.form, first)
  const end = whatToDo[check.class]
  const [etc, others] = blanks.length === 1 ? ['', ' is'] : ['等', ` and ${blanks.length - 1} more are`]
  return [
    {
      cells: blanks,
      message: words(
        `${name.zh}${etc} ${blanks.length} 处未填写，没有发生的请填 0，不适用的请注明；${end.zh}`,
        `${name.en}${others} blank; enter 0 where there is none, or say that it does not apply; ${end.en}`,
      ),
    },
  ]
}
