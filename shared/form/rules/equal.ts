import type { RuleOf } from '../rule-of.ts'
import { compared } from './compared.ts'
import type { Evaluate } from './figures.ts'
import { compareFigures, nothing, ownCells, sideInWords, sideOf } from './figures.ts'

/** Both sides are the same (R1, R3 of the total row, R5–R8). Stated totals stand for computed ones where given. */
export const equal: Evaluate<RuleOf<'equal'>> = (rule, evidence, check) => {
  const left = sideOf(evidence, rule.left)
  if (left === undefined) return nothing
  const right = sideOf(evidence, rule.right)
  if (right === undefined || compareFigures(left, right) === 0) return nothing
  const cells = ownCells(rule.left, rule.right)
  const leftSide = sideInWords(evidence, rule.left)
  const rightSide = sideInWords(evidence, rule.right)
  return [compared({ check, cells, leftSide, left, rightSide, right })]
}
