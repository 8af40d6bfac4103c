/* R11 of one figure: how its words are given, and the check made of them. Decision 0023. */
import type { Address, Check, Rule, Section } from '../form.ts'

export interface ReadFigure extends Omit<Extract<Rule, { readonly kind: 'textAgrees' }>, 'kind' | 'texts'> {
  /** Instance of R11. */
  readonly id: string
}

/** The narratives of a form. */
export const textsOf = (sections: readonly Section[]): readonly Address[] =>
  sections.flatMap((section) => (section.kind === 'narrative' ? [`${section.id}.text`] : []))

/** R11 of one figure. */
export const agreesWith = (texts: readonly Address[], { id, ...rule }: ReadFigure): Check => ({
  id: `R11.${id}`,
  ruleId: 'R11',
  class: 'C',
  needs: 'own',
  rule: { kind: 'textAgrees', texts, ...rule },
})
