import { addDecimals, compareDecimals } from '../decimal.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate, Figure, Found } from './figures.ts'
import { compareFigures, differenceOf, figureAt, lastYearFigure, named } from './figures.ts'
import { whatToDo } from './what-to-do.ts'

const isLeap = (now: Figure, before: Figure, factor: number, distance: number): boolean => {
  if (typeof now === 'number' && typeof before === 'number') {
    return Math.abs(now - before) >= distance && Math.max(now, before) >= factor * Math.min(now, before)
  }
  const [low, high] = compareFigures(now, before) < 0 ? [now, before] : [before, now]
  const times = addDecimals(Array.from({ length: factor }, () => String(low)))
  return compareDecimals(differenceOf(high, low), String(distance)) >= 0 && compareDecimals(String(high), times) >= 0
}

/**
 * No figure leaps from one year to the next: beyond a factor and an absolute distance together (R16). Cells that do
 * not compare across the change of edition are left out. One finding per cell.
 */
export const steady: Evaluate<RuleOf<'steady'>> = (rule, evidence, check) => {
  const found: Found[] = []
  for (const address of rule.cells) {
    const now = figureAt(evidence, address)
    if (now === undefined) continue
    const before = lastYearFigure(evidence, address)
    if (before === undefined || !isLeap(now, before, rule.factor, rule.distance)) continue
    const name = named(evidence.form, address)
    const end = whatToDo[check.class]
    const difference = differenceOf(now, before)
    found.push({
      cells: [address],
      left: String(now),
      right: String(before),
      message: words(
        `${name.zh}为 ${now}，上年为 ${before}，相差 ${difference}，变动较大；${end.zh}`,
        `${name.en} is ${now}, last year ${before}, a difference of ${difference}, an unusual change; ${end.en}`,
      ),
    })
  }
  return found
}
