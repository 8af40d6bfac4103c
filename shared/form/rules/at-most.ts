import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import { compared } from './compared.ts'
import type { Evaluate } from './figures.ts'
import { compareFigures, nothing, ownCells, sideInWords, sideOf } from './figures.ts'

/** The left side is not above the right one (R8: newly disclosed ≤ total disclosed). */
export const atMost: Evaluate<RuleOf<'atMost'>> = (rule, evidence, check) => {
  const left = sideOf(evidence, rule.left)
  const right = sideOf(evidence, rule.right)
  if (left === undefined || right === undefined || compareFigures(left, right) <= 0) return nothing
  const cells = ownCells(rule.left, rule.right)
  const leftSide = sideInWords(evidence, rule.left)
  const limit = sideInWords(evidence, rule.right)
  const rightSide = words(`而作为上限的${limit.zh}`, `while its limit, ${limit.en},`)
  return [compared({ check, cells, leftSide, left, rightSide, right })]
}
