import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import { compared } from './compared.ts'
import type { Evaluate, Figure } from './figures.ts'
import { compareFigures, figureAt, named, nothing } from './figures.ts'

/** The value a file states for a computed cell is the one computed from its parts (R2–R4). Nothing stated: nothing to say. */
export const statedEquals: Evaluate<RuleOf<'statedEquals'>> = (rule, evidence, check) => {
  const stated = evidence.stated[rule.cell]
  if (typeof stated !== 'number' && typeof stated !== 'string') return nothing
  const left: Figure = stated
  const right = figureAt(evidence, rule.cell)
  if (right === undefined || compareFigures(left, right) === 0) return nothing
  const name = named(evidence.form, rule.cell)
  const leftSide = words(`${name.zh}所填数`, `${name.en} as stated`)
  const rightSide = words('按明细计算', 'the sum of its parts')
  return [compared({ check, cells: [rule.cell], leftSide, left, rightSide, right })]
}
