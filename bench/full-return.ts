/*
 * A full return of the 2021 edition: every input cell filled, figures as published by Pingtan for 2021, narratives of
 * some length (演示数据). Last year's figures are made to fit, so that no check finds anything.
 */
import { readFileSync } from 'node:fs'
import type { Cells } from '../shared/form/cells.ts'
import { ogi2021 } from '../shared/form/editions/ogi-2021.ts'
import { inputFieldsOf } from '../shared/form/fields.ts'
import { splitStated } from '../shared/form/stated.ts'

const published = (): Cells => {
  const file = new URL('../test/fixtures/pingtan-2021.json', import.meta.url)
  const read: { readonly cells: Cells } = JSON.parse(readFileSync(file, 'utf8'))
  return splitStated(ogi2021, read.cells).cells
}

const paragraph = '本单位全年依法公开政府信息，及时答复群众申请，政策解读与平台建设稳步推进（演示数据）。'

export const fullReturn: Cells = {
  ...Object.fromEntries(inputFieldsOf(ogi2021).map((field) => [field.address, field.kind === 'money' ? '0' : 0])),
  ...published(),
  'overview.text': paragraph.repeat(12),
  'problems.text': paragraph.repeat(6),
  'otherMatters.text': `收取信息处理费0元。${paragraph.repeat(3)}`,
}

const number = (cell: string): number => Number(fullReturn[cell] ?? 0)

/** A year before this one that agrees with it: stocks, carry-over. */
export const yearBefore: Cells = {
  ...fullReturn,
  ...Object.fromEntries(
    ['rules', 'normativeDocuments'].map((row) => [
      `proactive.${row}.inForce`,
      number(`proactive.${row}.inForce`) - number(`proactive.${row}.issued`) + number(`proactive.${row}.repealed`),
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(fullReturn)
      .filter((cell) => cell.startsWith('requests.carriedIn.'))
      .map((cell) => [cell.replace('carriedIn', 'carriedOut'), fullReturn[cell] ?? 0]),
  ),
}
