/* Checks of the police supplement: it has no notice of its own, so only the ones that every form has. */
import type { Check, Section } from '../form.ts'
import { inputsOf } from './check-parts.ts'
import { completenessChecks, recountCheck, steadyCheck } from './common-checks.ts'

/** All checks of the supplement. */
export const checksOfSupplement = (sections: readonly Section[]): readonly Check[] => [
  ...completenessChecks(sections),
  ...sections.flatMap((section) => {
    const cells = inputsOf(section)
    const [first] = cells
    if (section.kind !== 'matrix' || first === undefined) return []
    return [steadyCheck({ section, cells, hundred: { [first]: 100 }, threeHundred: { [first]: 300 } })]
  }),
  recountCheck('inquiries.sunshinePlatform.received'),
]
