/*
 * Checks that every form has: values are readable (R9), nothing is blank (R17), no figure leaps (R16), and the city's
 * figures are the sum of the units' (R10).
 */
import type { Cells, CellValue } from '../cells.ts'
import type { Field } from '../field.ts'
import { fieldsIn } from '../fields.ts'
import type { Address, Check, Section } from '../form.ts'
import { words } from '../words.ts'
import { inputsOf } from './check-parts.ts'

const isNumber = (field: Field): boolean => ['count', 'change', 'money'].includes(field.kind)

const readableIn = (section: Section): readonly Check[] => {
  const numbers = fieldsIn(section).filter(isNumber)
  const count = numbers.find((field) => field.kind === 'count')
  if (!count) return []
  return [
    {
      id: `R9.${section.id}`,
      ruleId: 'R9',
      class: 'A',
      needs: 'own',
      rule: { kind: 'readable', cells: numbers.map((field) => field.address) },
      says: words(
        `${section.title.zh}：数量为不小于 0 的整数，只有“本年增/减”可以为负，金额为不小于 0 的十进制数。`,
        `${section.title.en}: counts are whole numbers from 0, only an increase or decrease may be negative, money is a decimal from 0.`,
      ),
      basis: '数据准确、要素齐备的要求，国办公开办函〔2019〕60号、〔2021〕30号',
      example: { breaks: { cells: { [count.address]: -3 } }, keeps: { cells: { [count.address]: 3 } } },
    },
  ]
}

const exampleValue = (field: Field): CellValue =>
  field.kind === 'narrative' ? '本年度未收取信息处理费，无其他事项。' : field.kind === 'money' ? '0' : 0

/** A list is named by its marker: it is filled when it says 「无」 or has rows without a blank. */
const filledIn = (section: Section): Check => {
  const cells: readonly Address[] = section.kind === 'list' ? [`${section.id}.none`] : inputsOf(section)
  const complete = (): Cells =>
    section.kind === 'list'
      ? { [`${section.id}.none`]: true }
      : Object.fromEntries(
          fieldsIn(section)
            .filter((field) => cells.includes(field.address))
            .map((field) => [field.address, exampleValue(field)]),
        )
  const [first = ''] = cells
  return {
    id: `R17.${section.id}`,
    ruleId: 'R17',
    class: 'A',
    needs: 'own',
    rule: { kind: 'filled', cells },
    says: words(
      `${section.title.zh}：空白不等于 0，报送前每一格都须填写。`,
      `${section.title.en}: blank is not 0; every cell is filled before handing in.`,
    ),
    basis: '数据准确、要素齐备的要求，国办公开办函〔2019〕60号、〔2021〕30号',
    get example() {
      return { breaks: { cells: { ...complete(), [first]: null } }, keeps: { cells: complete() } }
    },
  }
}

/** R9 and R17 of every section. */
export const completenessChecks = (sections: readonly Section[]): readonly Check[] =>
  sections.flatMap((section) => [...readableIn(section), filledIn(section)])

/** A leap is a change by this factor and by this many at once; smaller figures jump from year to year by nature. */
const leap = { factor: 3, distance: 50 } as const

interface Leaps {
  readonly section: Section
  /** Cells to watch: the ones that carry the meaning, not every column of a row. */
  readonly cells: readonly Address[]
  /** Inputs that make the first cell 100 and 300. */
  readonly hundred: Cells
  readonly threeHundred: Cells
}

/** R16 of one section. */
export const steadyCheck = ({ section, cells, hundred, threeHundred }: Leaps): Check => ({
  id: `R16.${section.id}`,
  ruleId: 'R16',
  class: 'C',
  needs: 'lastYear',
  rule: { kind: 'steady', cells, ...leap },
  says: words(
    `${section.title.zh}：与上年相比变动达到 ${leap.factor} 倍且相差 ${leap.distance} 以上的，请说明理由。`,
    `${section.title.en}: a change by a factor of ${leap.factor} and by ${leap.distance} or more from last year is explained.`,
  ),
  basis: '由“统得出、报得准、可核查”的要求推定',
  example: {
    breaks: { cells: threeHundred, lastYear: hundred },
    keeps: { cells: hundred, lastYear: hundred },
  },
})

/** R10: one check of the whole report; `cell` is any count of the form, for the example. */
export const recountCheck = (cell: Address): Check => ({
  id: 'R10',
  ruleId: 'R10',
  class: 'A',
  needs: 'otherUnits',
  rule: { kind: 'recount' },
  says: words('汇总数等于各单位同一格之和。', 'A figure of the report is the sum of the units’ same cell.'),
  basis: '“逐级汇总相关情况和数据”，国办公开办函〔2019〕60号、〔2021〕30号',
  example: {
    breaks: { cells: { [cell]: 2 }, recounted: { [cell]: 3 } },
    keeps: { cells: { [cell]: 3 }, recounted: { [cell]: 3 } },
  },
})
