import { compareDecimals, percentOf } from '../decimal.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate } from './figures.ts'
import { figureAt, named, nothing, sumOf } from './figures.ts'
import { whatToDo } from './what-to-do.ts'

/** A part stays below a share of the whole (R15: 其他处理). */
export const shareAtMost: Evaluate<RuleOf<'shareAtMost'>> = (rule, evidence, check) => {
  const part = sumOf(evidence, rule.part)
  const whole = figureAt(evidence, rule.whole)
  if (part === undefined || whole === undefined) return nothing
  /* Most of the time; reckoning exactly takes longer. A share rounded half up is not above a whole number either. */
  if (typeof part === 'number' && typeof whole === 'number' && whole > 0 && part * 100 <= whole * rule.percent)
    return nothing
  const share = percentOf(String(part), String(whole))
  if (share === undefined || compareDecimals(share, String(rule.percent)) <= 0) return nothing
  const names = rule.part.map((address) => named(evidence.form, address))
  const all = named(evidence.form, rule.whole)
  const end = whatToDo[check.class]
  return [
    {
      cells: [...rule.part, rule.whole],
      left: String(part),
      right: String(whole),
      message: words(
        `${names.map(({ zh }) => zh).join('加')}为 ${part}，占${all.zh} ${whole} 的 ${share}%，高于 ${rule.percent}%；${end.zh}`,
        `${names.map(({ en }) => en).join(' plus ')} is ${part}, ${share}% of ${all.en} (${whole}), above ${rule.percent}%; ${end.en}`,
      ),
    },
  ]
}
