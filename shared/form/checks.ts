/*
 * Runs the checks of a form on one return. Checks are data (`form.ts`), each kind of rule has one evaluator, and the
 * table of evaluators is closed: a new kind of rule fails to compile here. Decision 0005.
 */
import type { Cells, CellValue } from './cells.ts'
import { computeWithGaps } from './compute.ts'
import type { Finding } from './finding.ts'
import type { Check, CheckNeeds, Form } from './form.ts'
import { formById, partsOf } from './forms.ts'
import type { RuleKind, RuleOf } from './rule-of.ts'
import { atMost } from './rules/at-most.ts'
import { equal } from './rules/equal.ts'
import type { Evaluate, Evidence, Figures, Found } from './rules/figures.ts'
import { filled } from './rules/filled.ts'
import { lengthAtMost } from './rules/length-at-most.ts'
import { mentions } from './rules/mentions.ts'
import { readable } from './rules/readable.ts'
import { reappears } from './rules/reappears.ts'
import { recount } from './rules/recount.ts'
import { requiredIf } from './rules/required-if.ts'
import { shareAtMost } from './rules/share-at-most.ts'
import { statedEquals } from './rules/stated-equals.ts'
import { steady } from './rules/steady.ts'

export interface CheckContext {
  /** Input cells. */
  readonly cells: Cells
  /** Stated values of computed cells, where a file or a history gives them (R2–R4; R1 is then read on them). */
  readonly stated?: Cells
  /** Last year's return; `form` is the id it was filled in with. Absent: checks against last year wait. */
  readonly lastYear?: { readonly cells: Cells; readonly form: string }
  /** The naive recount from the units, made by the report (R10). Absent: the check waits. */
  readonly recounted?: Cells
  /** Rule ids that are off by default and that the round turns on, such as R7x. */
  readonly extraChecks?: readonly string[]
  /** Run only checks that need these; absent: all. A reporter never gets 'otherUnits'. */
  readonly only?: readonly CheckNeeds[]
}

const evaluators: { readonly [K in RuleKind]: Evaluate<RuleOf<K>> } = {
  equal,
  atMost,
  statedEquals,
  requiredIf,
  filled,
  readable,
  mentions,
  lengthAtMost,
  shareAtMost,
  steady,
  reappears,
  recount,
}

const evaluate = <K extends RuleKind>(rule: RuleOf<K>, evidence: Evidence, check: Check): readonly Found[] =>
  evaluators[rule.kind](rule, evidence, check)

const figuresOf = (form: Form, cells: Cells): Figures => {
  const { values, incomplete } = computeWithGaps(form, cells)
  return { form, cells, computed: values, incomplete }
}

const evidenceOf = (form: Form, context: CheckContext): Evidence => {
  const lastForm = context.lastYear && formById(context.lastYear.form)
  return {
    ...figuresOf(form, context.cells),
    stated: context.stated ?? {},
    ...(context.lastYear && lastForm ? { lastYear: figuresOf(lastForm, context.lastYear.cells) } : {}),
    ...(context.recounted ? { recounted: context.recounted } : {}),
  }
}

const runs = (check: Check, context: CheckContext): boolean => {
  if (check.offByDefault && !context.extraChecks?.includes(check.ruleId)) return false
  if (context.only && !context.only.includes(check.needs)) return false
  if (check.needs !== 'lastYear') return true
  if (!context.lastYear) return false
  const forms = partsOf(context.lastYear.form)
  return !check.lastYearForms || check.lastYearForms.some((id) => forms.includes(id))
}

/** A long text stands in a key by its hash (cyrb53): a key stays short and still changes with the text. */
const digest = (text: string): string => {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

const valueInKey = (value: CellValue | undefined): string => {
  const text = JSON.stringify(value ?? null)
  return text.length <= 40 ? text : `#${digest(text)}`
}

const keyOf = (check: Check, found: Found, evidence: Evidence): string => {
  const values = found.cells.map((address) => {
    const value = evidence.stated[address] ?? evidence.computed[address] ?? evidence.cells[address]
    return `${address}=${valueInKey(value)}`
  })
  const cells = values.join('&')
  const sides = `${found.left ?? ''}:${found.right ?? ''}`
  return `${check.id}|${cells.length <= 400 ? cells : `#${digest(cells)}`}|${sides}`
}

const findingOf = (check: Check, found: Found, evidence: Evidence): Finding => ({
  check: check.id,
  ruleId: check.ruleId,
  class: check.class,
  ...found,
  key: keyOf(check, found, evidence),
})

/**
 * What the checks of a form find in a return, in the order of the checks. A check with a blank or incomplete operand
 * waits; not applicable adds nothing. Computed cells are computed here, never taken from outside.
 */
export const runChecks = (form: Form, context: CheckContext): readonly Finding[] => {
  const evidence = evidenceOf(form, context)
  const findings: Finding[] = []
  for (const check of form.checks) {
    if (!runs(check, context)) continue
    for (const found of evaluate(check.rule, evidence, check)) findings.push(findingOf(check, found, evidence))
  }
  return findings
}
