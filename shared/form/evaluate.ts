/*
 * One check on the figures of a return. Checks are data (`form.ts`), each kind of rule has one evaluator, and the
 * table of evaluators is closed: a new kind of rule fails to compile here. Decision 0005. Knows no form by its id, so
 * that a page need not load all of them. Evaluators read cells each time and remember nothing by the objects they are
 * given: shared/return/live.ts hands in the same ones again after a change.
 */
import type { Cells, CellValue } from './cells.ts'
import { computeWithGaps } from './compute.ts'
import { digest } from './digest.ts'
import type { Finding } from './finding.ts'
import type { Check, CheckNeeds, Form } from './form.ts'
import { partsOf } from './join.ts'
import type { RuleKind, RuleOf } from './rule-of.ts'
import { atMost } from './rules/at-most.ts'
import { equal } from './rules/equal.ts'
import type { Evaluate, Evidence, Figures, Found } from './rules/figures.ts'
import { filled } from './rules/filled.ts'
import { keepsOut } from './rules/keeps-out.ts'
import { lengthAtMost } from './rules/length-at-most.ts'
import { mentions } from './rules/mentions.ts'
import { readable } from './rules/readable.ts'
import { reappears } from './rules/reappears.ts'
import { requiredIf } from './rules/required-if.ts'
import { shareAtMost } from './rules/share-at-most.ts'
import { statedEquals } from './rules/stated-equals.ts'
import { steady } from './rules/steady.ts'
import { textAgrees } from './rules/text-agrees.ts'
import { unlike } from './rules/unlike.ts'

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
  /* Comes with the figures it is made against: a page has none, and does not load it. */
  recount: (rule, evidence, check) => evidence.recount?.(rule, evidence, check) ?? [],
  textAgrees,
  unlike,
  keepsOut,
}

const evaluate = <K extends RuleKind>(rule: RuleOf<K>, evidence: Evidence, check: Check): readonly Found[] =>
  evaluators[rule.kind](rule, evidence, check)

/** The figures of one return: its cells and what is computed from them. */
export const figuresOf = (form: Form, cells: Cells): Figures => {
  const { values, incomplete } = computeWithGaps(form, cells)
  return { form, cells, computed: values, incomplete }
}

/** Which checks of a form run on a return. */
export interface Selection {
  /** The form that last year's return was filled in with. Absent: checks against last year wait. */
  readonly lastYear?: { readonly form: string }
  /** Rule ids that are off by default and that the round turns on, such as R7x. */
  readonly extraChecks?: readonly string[]
  /** Run only checks that need these; absent: all. A reporter never gets 'otherUnits'. */
  readonly only?: readonly CheckNeeds[]
}

/** Does the check run on a return: is it turned on and asked for, and is last year's return there and of a form it reads? */
export const runs = (check: Check, context: Selection): boolean => {
  if (check.offByDefault && !context.extraChecks?.includes(check.ruleId)) return false
  if (context.only && !context.only.includes(check.needs)) return false
  if (check.needs !== 'lastYear') return true
  if (!context.lastYear) return false
  const forms = partsOf(context.lastYear.form)
  return !check.lastYearForms || check.lastYearForms.some((id) => forms.includes(id))
}

/* A long text stands in a key by its digest: a key stays short and still changes with the text. */
const valueInKey = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return 'null'
  const text = JSON.stringify(value)
  return text.length <= 40 ? text : `#${digest(text)}`
}

const keyOf = (check: Check, found: Found, evidence: Evidence): string => {
  if (found.keyed !== undefined) return `${check.id}|${found.cells[0] ?? ''}|${found.keyed}`
  const values = found.cells.map((address) => {
    const value = evidence.stated[address] ?? evidence.computed[address] ?? evidence.cells[address]
    return `${address}=${valueInKey(value)}`
  })
  const cells = values.join('&')
  const sides = `${found.left ?? ''}:${found.right ?? ''}`
  return `${check.id}|${cells.length <= 400 ? cells : `#${digest(cells)}`}|${sides}`
}

const findingOf = (check: Check, found: Found, evidence: Evidence): Finding => {
  const { keyed: _, ...shown } = found
  return {
    check: check.id,
    ruleId: check.ruleId,
    class: check.class,
    ...shown,
    key: keyOf(check, found, evidence),
  }
}

/** What one check finds, with the identity of each finding. Waits (finds nothing) while an operand is blank. */
export const findingsOf = (check: Check, evidence: Evidence): readonly Finding[] =>
  evaluate(check.rule, evidence, check).map((found) => findingOf(check, found, evidence))
