import { cellProblem } from '../cell-problem.ts'
import { fieldsOf } from '../fields.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate, Found } from './figures.ts'
import { named } from './figures.ts'

/** Every cell reads as its kind and lies in its range (R9). Blank cells are another rule's (R17). */
export const readable: Evaluate<RuleOf<'readable'>> = (rule, evidence) => {
  const fields = fieldsOf(evidence.form)
  const found: Found[] = []
  for (const address of rule.cells) {
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
