import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import { compared } from './compared.ts'
import type { Evaluate, Found } from './figures.ts'
import { compareFigures, figureAt, named } from './figures.ts'

/**
 * The figure of every cell is the one that a second, naive recount from the units' revisions gives (R10). The
 * recount is made by the report and handed in; without it the check waits. A cell one side lacks counts as 0.
 */
export const recount: Evaluate<RuleOf<'recount'>> = (_rule, evidence, check) => {
  const { recounted } = evidence
  if (!recounted) return []
  return Object.entries(recounted).flatMap(([address, value]): readonly Found[] => {
    if (typeof value !== 'number' && typeof value !== 'string') return []
    const figures = { ...evidence, incomplete: new Set<string>() }
    const left = figureAt(figures, address) ?? 0
    if (compareFigures(left, value) === 0) return []
    const name = named(evidence.form, address)
    const leftSide = words(`${name.zh}汇总数`, `${name.en} as added up`)
    const rightSide = words('按各单位报送数重新计算', 'the recount from the units')
    return [compared({ check, cells: [address], leftSide, left, rightSide, right: value })]
  })
}
