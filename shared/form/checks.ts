/*
 * Runs the checks of a form on one return, its and last year's form found by their ids. Which check runs, and what it
 * is given; what it finds is said in evaluate.ts.
 */
import type { Cells } from './cells.ts'
import { figuresOf, findingsOf, runs, type Selection } from './evaluate.ts'
import type { Finding } from './finding.ts'
import type { Form } from './form.ts'
import { formById } from './forms.ts'
import type { Evidence, OtherUnit } from './rules/figures.ts'
import { recountAgainst } from './rules/recount.ts'

export interface CheckContext extends Selection {
  /** Input cells. */
  readonly cells: Cells
  /** Stated values of computed cells, where a file or a history gives them (R2–R4; R1 is then read on them). */
  readonly stated?: Cells
  /** Last year's return; `form` is the id it was filled in with. Absent: checks against last year wait. */
  readonly lastYear?: { readonly cells: Cells; readonly form: string }
  /** The naive recount from the units, made by the report (R10). Absent: the check waits. */
  readonly recounted?: Cells
  /** The report year, so that numbers of other years in a text are told apart (R11). */
  readonly year?: number
  /** Other units' texts, on the server alone (R14). Absent: the check waits. */
  readonly otherUnits?: readonly OtherUnit[]
}

const evidenceOf = (form: Form, context: CheckContext): Evidence => {
  const lastForm = context.lastYear && formById(context.lastYear.form)
  return {
    ...figuresOf(form, context.cells),
    stated: context.stated ?? {},
    ...(context.lastYear && lastForm ? { lastYear: figuresOf(lastForm, context.lastYear.cells) } : {}),
    ...(context.recounted ? { recount: recountAgainst(context.recounted) } : {}),
    ...(context.year === undefined ? {} : { year: context.year }),
    ...(context.otherUnits ? { otherUnits: context.otherUnits } : {}),
  }
}

/**
 * What the checks of a form find in a return, in the order of the checks. A check with a blank or incomplete operand
 * waits; not applicable adds nothing. Computed cells are computed here, never taken from outside.
 */
export const runChecks = (form: Form, context: CheckContext): readonly Finding[] => {
  const evidence = evidenceOf(form, context)
  const findings: Finding[] = []
  for (const check of form.checks) {
    if (!runs(check, context)) continue
    for (const finding of findingsOf(check, evidence)) findings.push(finding)
  }
  return findings
}
