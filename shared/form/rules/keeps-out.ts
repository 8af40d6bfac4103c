import { digest } from '../digest.ts'
import type { Passage } from '../finding.ts'
import type { Address, PersonalNumber, Words } from '../form.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate } from './figures.ts'
import { named } from './figures.ts'
import { masked, personalNumbers } from './personal-numbers.ts'
import { eachOnce, sentenceAround } from './text-parts.ts'
import { whatToDo } from './what-to-do.ts'

/* More are named when these are gone. */
const mostNumbers = 20

const nameOf: Readonly<Record<PersonalNumber, Words>> = {
  idCard: words('居民身份证号码', 'an ID card number'),
  mobile: words('手机号码', 'a mobile telephone number'),
  bankCard: words('银行卡号', 'a bank card number'),
}

/**
 * Texts that will be published hold no personal numbers (E6). One finding per number, wherever it stands; neither its
 * message nor its key repeats the number.
 */
export const keepsOut: Evaluate<RuleOf<'keepsOut'>> = (rule, evidence, check) => {
  const places = new Map<string, Passage[]>()
  for (const cell of rule.texts) {
    const text = evidence.cells[cell]
    if (typeof text !== 'string') continue
    for (const { number, start, end } of personalNumbers(text, rule.what)) {
      const known = places.get(number)
      if (known ? known.length >= mostNumbers : places.size >= mostNumbers) continue
      const passage = sentenceAround(cell, text, start, end)
      if (known) known.push(passage)
      else places.set(number, [passage])
    }
  }
  const end = whatToDo[check.class]
  return [...places].map(([number, passages]) => {
    const cells: readonly Address[] = [...new Set(passages.map(({ cell }) => cell))]
    const where = named(evidence.form, cells[0] ?? '')
    return {
      cells,
      passages: eachOnce(passages),
      keyed: digest(number),
      message: words(
        `${where.zh}含有${nameOf[rule.what].zh}（${masked(number)}），公开前须删去或隐去；${end.zh}`,
        `${where.en} holds ${nameOf[rule.what].en} (${masked(number)}), which must not be published; ${end.en}`,
      ),
    }
  })
}
