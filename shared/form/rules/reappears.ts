import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate } from './figures.ts'
import { compareFigures, differenceOf, lastYearFigure, named, nothing, sumOf } from './figures.ts'
import { whatToDo } from './what-to-do.ts'

/** What was pending last year is among this year's cases (R18). */
export const reappears: Evaluate<RuleOf<'reappears'>> = (rule, evidence, check) => {
  const last = lastYearFigure(evidence, rule.last)
  const now = sumOf(evidence, rule.among)
  if (last === undefined || now === undefined || compareFigures(now, last) >= 0) return nothing
  const pending = named(evidence.form, rule.last)
  const end = whatToDo[check.class]
  const label = rule.among.map((address) => named(evidence.form, address))
  return [
    {
      cells: rule.among,
      left: String(now),
      right: String(last),
      message: words(
        `上年${pending.zh}为 ${last}，本年${label.map(({ zh }) => zh).join('、')}合计 ${now}，少 ${differenceOf(last, now)}；${end.zh}`,
        `Last year’s ${pending.en} is ${last}, this year’s cases (${label.map(({ en }) => en).join(', ')}) are ${now}, ${differenceOf(last, now)} fewer; ${end.en}`,
      ),
    },
  ]
}
