import { cellProblem } from '../cell-problem.ts'
import { fieldsOf, listMarkerAt } from '../fields.ts'
import type { Address } from '../form.ts'
import { listRowsOf } from '../lists.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate, Evidence, Found } from './figures.ts'
import { named } from './figures.ts'

/** A list that says there are none and has rows cannot be read either way: two people may have said so at once. */
const contradiction = (address: Address, evidence: Evidence): readonly Found[] => {
  /* Nearly every cell is a number, and asked for at each key. */
  const marker = address.endsWith('.none') ? listMarkerAt(evidence.form, address) : undefined
  if (marker?.kind !== 'none' || evidence.cells[address] !== true) return []
  const rows = listRowsOf(marker.list, evidence.cells).length
  if (rows === 0) return []
  const { zh, en } = marker.list.title
  const message = words(
    `「${zh}」已选「无」，又填了 ${rows} 行，两者不能并存：有的请取消「无」，没有的请删除这些行。`,
    `“${en}” says there are none and has ${rows} row(s): take off “none”, or remove the rows.`,
  )
  return [{ cells: [address], left: String(rows), message }]
}

/** Every cell reads as its kind and lies in its range (R9); a list is named by its marker. Blank cells are another rule's (R17). */
export const readable: Evaluate<RuleOf<'readable'>> = (rule, evidence) => {
  const fields = fieldsOf(evidence.form)
  const found: Found[] = []
  for (const address of rule.cells) {
    found.push(...contradiction(address, evidence))
    const value = evidence.cells[address]
    const field = fields.get(address)
    if (value === undefined || value === null || !field) continue
    const problem = cellProblem(field, value)
    if (!problem) continue
    const name = named(evidence.form, address)
    found.push({
      cells: [address],
      left: String(value),
      message: words(`${name.zh}：${problem.zh}`, `${name.en}: ${problem.en}`),
    })
  }
  return found
}
