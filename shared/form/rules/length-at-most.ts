import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate } from './figures.ts'
import { named, nothing } from './figures.ts'
import { whatToDo } from './what-to-do.ts'

/** Characters (字) of a text as an office counts them: spaces and line ends do not count. */
export const charactersOf = (text: string): number => [...text.replace(/\s+/gu, '')].length

/** A narrative keeps to its length (R12). */
export const lengthAtMost: Evaluate<RuleOf<'lengthAtMost'>> = (rule, evidence, check) => {
  const text = evidence.cells[rule.cell]
  if (typeof text !== 'string' || text.length <= rule.characters) return nothing
  const length = charactersOf(text)
  if (length <= rule.characters) return nothing
  const name = named(evidence.form, rule.cell)
  const end = whatToDo[check.class]
  const over = length - rule.characters
  return [
    {
      cells: [rule.cell],
      left: String(length),
      right: String(rule.characters),
      message: words(
        `${name.zh}共 ${length} 字，原则上不超过 ${rule.characters} 字，超出 ${over} 字；${end.zh}`,
        `${name.en} has ${length} characters, in principle no more than ${rule.characters}, ${over} too many; ${end.en}`,
      ),
    },
  ]
}
