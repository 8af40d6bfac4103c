import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate } from './figures.ts'
import { named, nothing } from './figures.ts'
import { whatToDo } from './what-to-do.ts'

/** A narrative speaks of one of some words (R13: 信息处理费). A blank narrative waits. */
export const mentions: Evaluate<RuleOf<'mentions'>> = (rule, evidence, check) => {
  const text = evidence.cells[rule.cell]
  if (typeof text !== 'string' || text.trim() === '' || rule.anyOf.some((word) => text.includes(word))) return nothing
  const name = named(evidence.form, rule.cell)
  const end = whatToDo[check.class]
  const asked = rule.anyOf.map((word) => `“${word}”`)
  return [
    {
      cells: [rule.cell],
      message: words(
        `${name.zh}没有写到${asked.join('或')}，没有发生的也请写明；${end.zh}`,
        `${name.en} does not mention ${asked.join(' or ')}; say so even when there was none; ${end.en}`,
      ),
    },
  ]
}
