import type { Cells } from '../cells.ts'
import type { Field } from '../field.ts'
import { fieldsOf } from '../fields.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import type { Evaluate, Figure, Found } from './figures.ts'
import { compareFigures, differenceOf, figureOf, shownFigure } from './figures.ts'

const numericKinds: ReadonlySet<Field['kind']> = new Set(['count', 'change', 'money', 'sum', 'ratio'])

const isSame = (a: Figure | undefined, b: Figure | undefined): boolean =>
  a === undefined || b === undefined ? a === b : compareFigures(a, b) === 0

/**
 * The figure of every cell is the one that a second, naive recount from the units' revisions gives (R10, 「逐级汇总」).
 * `recounted` are its figures, made by the report. Blank is not zero (product F4): a number
 * against none is a difference.
 */
export const recountAgainst =
  (recounted: Cells): Evaluate<RuleOf<'recount'>> =>
  (_rule, evidence) =>
    [...fieldsOf(evidence.form).values()].flatMap((field): readonly Found[] => {
      if (!numericKinds.has(field.kind)) return []
      const left = shownFigure(evidence, field.address)
      const right = figureOf(recounted[field.address])
      if (isSame(left, right)) return []
      const difference = differenceOf(left ?? 0, right ?? 0)
      const found = {
        cells: [field.address],
        message: words(
          `「${field.label.zh}」汇总数为 ${left ?? '空白'}，按各单位原始报送重新相加为 ${right ?? '空白'}，相差 ${difference}；请重新汇总后再发布。`,
          `“${field.label.en}” is ${left ?? 'blank'} in the report and ${right ?? 'blank'} when the units’ submissions are added again, a difference of ${difference}; roll up again before publishing.`,
        ),
      }
      return [{ ...found, left: String(left ?? ''), right: String(right ?? '') }]
    })
