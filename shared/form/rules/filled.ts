import type { CellValue } from '../cells.ts'
import { isBlank } from '../cells.ts'
import { fieldAt, listMarkerAt } from '../fields.ts'
import type { Address, ListSection, Words } from '../form.ts'
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

/* What stands instead of nothing: 0 among figures, 「无」 for a list, a sentence in a text. */
const whatInstead = (evidence: Evidence, address: Address): Words => {
  if (listMarkerAt(evidence.form, address)?.kind === 'none')
    return words('没有的请选「无」', 'say so if there are none')
  return fieldAt(evidence.form, address)?.kind === 'narrative'
    ? words('没有需要报告的也请写明', 'write so where there is nothing to report')
    : words('没有发生的请填 0，不适用的请注明', 'enter 0 where there is none, or say that it does not apply')
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
  const [etc, others] =
    blanks.length === 1 ? ['', ' is'] : [`等 ${blanks.length} 处`, ` and ${blanks.length - 1} more are`]
  const instead = whatInstead(evidence, first)
  return [
    {
      cells: blanks,
      message: words(
        `${name.zh}${etc}未填写，${instead.zh}；${end.zh}`,
        `${name.en}${others} blank; ${instead.en}; ${end.en}`,
      ),
    },
  ]
}
