/* How a finding ends: what the class of the check asks for (product F5). */
import type { CheckClass, Words } from '../form.ts'
import { words } from '../words.ts'

/** The last clause of a finding's sentence, with its full stop. */
export const whatToDo: Readonly<Record<CheckClass, Words>> = {
  A: words('报送前须改正。', 'correct this before handing in.'),
  B: words('请核对；确属实际情况的，须书面说明理由。', 'check it, and give a written reason if it is right.'),
  C: words(
    '请核对；确属实际情况的，请说明理由（不少于六个字）。',
    'check it, and give a reason of at least six characters if it is right.',
  ),
  D: words('请核对，不影响报送。', 'please look again; you may hand in as it is.'),
}
