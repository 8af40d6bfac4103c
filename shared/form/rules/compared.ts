/* The finding of a comparison: which cells, both values, the difference, what to do. */
import type { Address, Check, Words } from '../form.ts'
import { words } from '../words.ts'
import type { Figure, Found } from './figures.ts'
import { differenceOf } from './figures.ts'
import { whatToDo } from './what-to-do.ts'

interface Comparison {
  readonly check: Check
  readonly cells: readonly Address[]
  readonly leftSide: Words
  readonly left: Figure
  readonly rightSide: Words
  readonly right: Figure
}

/** One finding over two values that should agree (or the left be at most the right). */
export const compared = ({ check, cells, leftSide, left, rightSide, right }: Comparison): Found => {
  const difference = differenceOf(left, right)
  const end = whatToDo[check.class]
  return {
    cells,
    left: String(left),
    right: String(right),
    message: words(
      `${leftSide.zh}为 ${left}，${rightSide.zh}为 ${right}，相差 ${difference}；${end.zh}`,
      `${leftSide.en} is ${left}, ${rightSide.en} is ${right}, a difference of ${difference}; ${end.en}`,
    ),
  }
}
