import { isBlank } from '../cells.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate } from './figures.ts'
import { compareFigures, figureAt, named, nothing } from './figures.ts'
import { whatToDo } from './what-to-do.ts'

/** Where one of some cells is above zero, another must hold something. */
export const requiredIf: Evaluate<RuleOf<'requiredIf'>> = (rule, evidence, check) => {
  const cause = rule.when.find((address) => compareFigures(figureAt(evidence, address) ?? 0, 0) > 0)
  if (cause === undefined || !isBlank(evidence.cells[rule.must])) return nothing
  const figure = String(figureAt(evidence, cause))
  const [asked, because] = [named(evidence.form, rule.must), named(evidence.form, cause)]
  const end = whatToDo[check.class]
  return [
    {
      cells: [rule.must, cause],
      left: figure,
      message: words(
        `${because.zh}为 ${figure}，${asked.zh}却未填写；${end.zh}`,
        `${because.en} is ${figure}, but ${asked.en} is blank; ${end.en}`,
      ),
    },
  ]
}
