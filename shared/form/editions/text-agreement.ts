/* R11 of one figure: how its words are given, and the check made of them. Decision 0023. */
import type { Cells } from '../cells.ts'
import type { Address, Check, Rule, Section, Words } from '../form.ts'
import { words } from '../words.ts'

export interface ReadFigure {
  /** Instance of R11. */
  readonly id: string
  readonly label: Words
  readonly rule: Omit<Extract<Rule, { readonly kind: 'textAgrees' }>, 'kind' | 'texts'>
  /** Inputs under which the text below is right; made when the example is asked for. */
  readonly cells: () => Cells
  readonly right: string
  readonly wrong: string
}

/** The narratives of a form. */
export const textsOf = (sections: readonly Section[]): readonly Address[] =>
  sections.flatMap((section) => (section.kind === 'narrative' ? [`${section.id}.text`] : []))

/** R11 of one figure. */
export const agreesWith = (texts: readonly Address[], { id, label, rule, cells, right, wrong }: ReadFigure): Check => {
  const [first = ''] = texts
  return {
    id: `R11.${id}`,
    ruleId: 'R11',
    class: 'C',
    needs: 'own',
    rule: { kind: 'textAgrees', texts, ...rule },
    says: words(`文字中写到的${label.zh}与表中数字一致。`, `What the texts say of ${label.en} is what the tables say.`),
    basis: '数据准确的要求，国办公开办函〔2019〕60号、〔2021〕30号；已公布的年报中有文字与表格不一致的',
    get example() {
      const figures = cells()
      return {
        breaks: { cells: { ...figures, [first]: wrong } },
        keeps: { cells: { ...figures, [first]: right } },
      }
    },
  }
}
