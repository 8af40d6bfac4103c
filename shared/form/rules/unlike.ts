import type { CellValue } from '../cells.ts'
import type { Passage } from '../finding.ts'
import type { Address, Words } from '../form.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'
import { type Alike, alikeTo } from './alike.ts'
import type { Evaluate, Found } from './figures.ts'
import { named, nothing } from './figures.ts'
import { sentenceAround } from './text-parts.ts'
import { whatToDo } from './what-to-do.ts'

/** Sentences shown; a text that agrees throughout need not name every one. */
const mostPassages = 20

interface Other {
  /** In the key: which text it is. */
  readonly id: string
  readonly name: Words
  readonly text: CellValue | undefined
}

/** Sentences of which at least half stands in the other text. */
const passagesOf = (cell: Address, text: string, { places }: Alike): readonly Passage[] => {
  const passages: Passage[] = []
  let index = 0
  while (index < places.length && passages.length < mostPassages) {
    const first = places[index] ?? 0
    const sentence = sentenceAround(cell, text, first, first + 1)
    const from = index
    while (index < places.length && (places[index] ?? 0) < sentence.end) index += 1
    if ((index - from) * 2 >= sentence.end - sentence.start) passages.push(sentence)
  }
  return passages
}

/**
 * A narrative is not a copy (R14): less than a share of it stands in last year's text, or in another unit's. The most
 * alike of the other units is named; the finding is for who reviews.
 */
export const unlike: Evaluate<RuleOf<'unlike'>> = (rule, evidence, check) => {
  const text = evidence.cells[rule.cell]
  if (typeof text !== 'string' || text.length < rule.characters) return nothing
  const others: readonly Other[] =
    rule.to === 'lastYear'
      ? [{ id: 'lastYear', name: words('上年报告', 'last year’s report'), text: evidence.lastYear?.cells[rule.cell] }]
      : (evidence.otherUnits ?? []).map(({ unit, name, cells }) => ({ id: unit, name, text: cells[rule.cell] }))
  let best: { readonly other: Other; readonly alike: Alike } | undefined
  for (const other of others) {
    if (typeof other.text !== 'string') continue
    const alike = alikeTo(text, other.text)
    if (alike.places.length > (best?.alike.places.length ?? 0)) best = { other, alike }
  }
  if (best === undefined || best.alike.places.length < rule.characters) return nothing
  const percent = Math.floor((best.alike.places.length * 100) / best.alike.length)
  if (percent < rule.percent) return nothing
  const name = named(evidence.form, rule.cell)
  const end = whatToDo[check.class]
  const found: Found = {
    cells: [rule.cell],
    left: `${percent}%`,
    right: `${rule.percent}%`,
    passages: passagesOf(rule.cell, text, best.alike),
    keyed: best.other.id,
    message: words(
      `${name.zh}有 ${percent}% 的文字与${best.other.name.zh}的同一部分相同，不得敷衍了事、年年雷同；${end.zh}`,
      `${percent}% of ${name.en} is word for word in ${best.other.name.en}; the text should be about this unit and year; ${end.en}`,
    ),
  }
  return [found]
}
