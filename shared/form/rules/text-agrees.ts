import type { Passage } from '../finding.ts'
import type { Address, Words } from '../form.ts'
import type { RuleOf } from '../rule-of.ts'
import { joinWords, words } from '../words.ts'
import type { Evaluate, Evidence, Figure, Found } from './figures.ts'
import { compareFigures, named, nothing, shownFigure } from './figures.ts'
import { type Said, saidIn } from './said-in-text.ts'
import { eachOnce, sentenceAround } from './text-parts.ts'
import { whatToDo } from './what-to-do.ts'

type TextAgrees = RuleOf<'textAgrees'>

/** The sum of cells as the form shows them; undefined while one is blank. Counts only. */
const sumShown = (evidence: Evidence, cells: readonly Address[]): number | undefined => {
  let sum = 0
  for (const cell of cells) {
    const figure: Figure | undefined = shownFigure(evidence, cell)
    if (typeof figure !== 'number') return undefined
    sum += figure
  }
  return sum
}

/* Of a text that is nothing but numbers, so many are enough to see what is wrong. */
const mostNumbers = 20

interface Statement {
  readonly cells: readonly Address[]
  readonly passages: readonly Passage[]
  readonly first: Said
}

const statementsOf = (rule: TextAgrees, evidence: Evidence): ReadonlyMap<number, Statement> => {
  const statements = new Map<number, Statement>()
  for (const cell of rule.texts) {
    const text = evidence.cells[cell]
    if (typeof text !== 'string') continue
    for (const said of saidIn(rule, cell, text, evidence.year)) {
      const known = statements.get(said.number)
      if (known ? known.passages.length >= mostNumbers : statements.size >= mostNumbers) continue
      const passage = sentenceAround(cell, text, said.start, said.end)
      statements.set(said.number, {
        cells: [...(known?.cells ?? []), cell],
        passages: [...(known?.passages ?? []), passage],
        first: known?.first ?? said,
      })
    }
  }
  return statements
}

const labels = (evidence: Evidence, cells: readonly Address[]): Words =>
  joinWords(
    cells.map((cell) => named(evidence.form, cell)),
    words('加', ' plus '),
  )

/**
 * Numbers in narratives are those of the tables (R11). Waits while a cell is blank. Where a text gives several numbers
 * and one of them, or their sum, fits, the others are taken for parts. One finding per number.
 */
export const textAgrees: Evaluate<TextAgrees> = (rule, evidence, check) => {
  const statements = statementsOf(rule, evidence)
  if (statements.size === 0) return nothing
  const sums: number[] = []
  for (const reading of rule.readings) {
    const sum = sumShown(evidence, reading)
    if (sum === undefined) return nothing
    sums.push(sum)
  }
  const numbers = [...statements.keys()]
  const total = numbers.reduce((sum, number) => sum + number, 0)
  if (sums.some((sum) => sum === total || statements.has(sum))) return nothing
  const [meant = []] = rule.readings
  const right = sums[0] ?? 0
  const mistaken = rule.mistakenFor && sumShown(evidence, rule.mistakenFor)
  const end = whatToDo[check.class]
  return numbers.map((number): Found => {
    const { cells, passages, first } = statements.get(number) ?? { cells: [], passages: [], first: undefined }
    const where = named(evidence.form, cells[0] ?? '')
    const table = labels(evidence, meant)
    const isMistaken = mistaken !== undefined && compareFigures(mistaken, number) === 0
    const why = isMistaken ? labels(evidence, rule.mistakenFor ?? []) : undefined
    return {
      cells: [...new Set([...cells, ...meant])],
      passages: eachOnce(passages),
      left: String(number),
      right: String(right),
      keyed: `${first?.words ?? ''}:${number}:${right}`,
      message: words(
        `${where.zh}写到“${first?.words ?? ''}”，表中${table.zh}为 ${right}，相差 ${Math.abs(number - right)}${why ? `（${number} 是${why.zh}之和）` : ''}；${end.zh}`,
        `${where.en} says “${first?.words ?? ''}” (${number}), but in the tables ${table.en} is ${right}, a difference of ${Math.abs(number - right)}${why ? ` (${number} is ${why.en})` : ''}; ${end.en}`,
      ),
    }
  })
}
