/*
 * The rulebook: what each check says, on what basis, and a worked example that breaks it and one that keeps it. It is
 * for reading and for the tests; running a check needs none of it, so neither pages nor functions load it.
 */
import type { Check, Form } from '../form.ts'
import type { Entry, EntryOf } from './entry.ts'
import { carryOver, otherHandling, printedRule, resultsRule, rowRule } from './of-applications.ts'
import { disclosedStock, inForceRollForward, itemsAreDecisions, itemsRollForward } from './of-disclosure.ts'
import { pendingRule, totalRule } from './of-disputes.ts'
import { filled, readable, recount, steady } from './of-every-form.ts'
import { toldFigure } from './of-figures-in-texts.ts'
import { feesMentioned, keepsOut, overviewLength, unlike } from './of-narratives.ts'

const entries: Readonly<Record<string, EntryOf>> = {
  R1: printedRule,
  R2: resultsRule,
  R3: rowRule,
  R4: totalRule,
  R5: carryOver,
  R6: inForceRollForward,
  R7: itemsRollForward,
  R7x: itemsAreDecisions,
  R8: disclosedStock,
  R9: readable,
  R10: recount,
  R11: toldFigure,
  R12: overviewLength,
  R13: feesMentioned,
  R14: unlike,
  R15: otherHandling,
  R16: steady,
  R17: filled,
  R18: pendingRule,
  PD: keepsOut,
}

/** The entry of a check of a form. Throws RangeError where the rulebook has none: no check goes without. */
export const entryOf = (form: Form, check: Check): Entry => {
  const write = entries[check.ruleId]
  if (write === undefined) throw new RangeError(`The rulebook has no entry for ${check.id}.`)
  return write(form, check)
}
