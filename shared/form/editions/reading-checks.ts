/* Checks that read narratives: numbers against the tables (R11), texts that are copies (R14), personal numbers (E6). */
import type { Address, Check, PersonalNumber, Section } from '../form.ts'
import { textsOf } from './text-agreement.ts'
import { textFigureChecks } from './text-figures.ts'

/** R14: a share of 40 % is well above what independent texts have (20 %) and below a text half kept (46 %): decision 0022. */
const alike = { percent: 40, characters: 60 } as const

const similarityChecks = (cell: Address): readonly Check[] =>
  (['lastYear', 'otherUnits'] as const).map((to) => ({
    id: `R14.${to}`,
    ruleId: 'R14',
    class: 'D',
    needs: to,
    rule: { kind: 'unlike', cell, to, ...alike },
  }))

const personal: readonly PersonalNumber[] = ['idCard', 'mobile', 'bankCard']

const personalChecks = (texts: readonly Address[]): readonly Check[] =>
  personal.map((what) => ({
    id: `PD.${what}`,
    ruleId: 'PD',
    class: 'C',
    needs: 'own',
    rule: { kind: 'keepsOut', texts, what },
  }))

/** All checks of an edition that read its narratives. */
export const readingChecks = (sections: readonly Section[], edition: 'ogi-2019' | 'ogi-2021'): readonly Check[] => [
  ...textFigureChecks(sections, edition),
  ...similarityChecks('problems.text'),
  ...personalChecks(textsOf(sections)),
]
