/*
 * Everything that is said of a draft at once: computed cells, checks, progress, what stands in the way of handing in.
 * The page, the API and the board say the same because they all ask here.
 */
import { type Cells, isBlank } from '../form/cells.ts'
import { runChecks } from '../form/checks.ts'
import { computeWithGaps } from '../form/compute.ts'
import { inputFieldsOf } from '../form/fields.ts'
import type { Finding } from '../form/finding.ts'
import type { Address, Form } from '../form/form.ts'
import { listRowsOf } from '../form/lists.ts'

export interface Assessment {
  readonly computed: Cells
  /** Computed cells with a blank operand. */
  readonly incomplete: readonly Address[]
  readonly findings: readonly Finding[]
  readonly filled: number
  readonly total: number
  /** Blank cells per unfinished section. */
  readonly blanks: Readonly<Record<string, number>>
}

/** A draft assessed against its form, last year's return and the checks the round has turned on. */
export const assess = (
  form: Form,
  cells: Cells,
  context: {
    readonly lastYear?: { readonly cells: Cells; readonly form: string } | undefined
    readonly extraChecks: readonly string[]
    /** The report year: numbers of other years in a text are told apart by it (R11). */
    readonly year?: number
  },
): Assessment => {
  const { values, incomplete } = computeWithGaps(form, cells)
  const blanks: Record<string, number> = {}
  let filled = 0
  let total = 0
  const count = (section: string, isFilled: boolean) => {
    total += 1
    if (isFilled) filled += 1
    else blanks[section] = (blanks[section] ?? 0) + 1
  }
  for (const field of inputFieldsOf(form)) count(field.section, !isBlank(cells[field.address]))
  for (const section of form.sections)
    if (section.kind === 'list')
      count(section.id, cells[`${section.id}.none`] === true || listRowsOf(section, cells).length > 0)
  const findings = runChecks(form, {
    cells,
    extraChecks: context.extraChecks,
    only: ['own', 'lastYear'],
    ...(context.lastYear === undefined ? {} : { lastYear: context.lastYear }),
    ...(context.year === undefined ? {} : { year: context.year }),
  })
  return { computed: values, incomplete: [...incomplete], findings, filled, total, blanks }
}
