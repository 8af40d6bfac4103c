/* How a finding ends: what the class of the check asks for (product F5). */
import type { CheckClass, Words } from '../form.ts'
import { words } from '../words.ts'

/** The last clause of a finding's sentence, with its full stop. Of an earlier year: asOfHistory. */
export const whatToDo: Readonly<Record<CheckClass, Words>> = {
  A: words('报送前须改正。', 'correct this before handing in.'),
  B: words('请核对；确属实际情况的，须书面说明理由。', 'check it, and give a written reason if it is right.'),
  C: words(
    '请核对；确属实际情况的，请说明理由（不少于六个字）。',
    'check it, and give a reason of at least six characters if it is right.',
  ),
  D: words('请核对，不影响报送。', 'please look again; you may hand in as it is.'),
}

const ofHistory = words('请与原报告核对。', 'compare it with the report of that year.')

const endingWith = (sentence: string, end: string, other: string): string =>
  sentence.endsWith(end) ? sentence.slice(0, -end.length) + other : sentence

/** The sentence of a finding in figures of an earlier year, which nobody hands in any more. */
export const asOfHistory = (message: Words, checkClass: CheckClass): Words => {
  const { zh, en } = whatToDo[checkClass]
  return words(endingWith(message.zh, zh, ofHistory.zh), endingWith(message.en, en, ofHistory.en))
}
