/* What still stands in the way of handing in. Apart from the assessment, so that a page need not load every form for it. */
import type { Finding } from '../form/finding.ts'
import type { CheckClass } from '../form/form.ts'

/** Characters a reason must have for the class to let the return pass; none is enough for A, none is asked for by D. */
const reasonNeeded: Readonly<Record<CheckClass, number>> = { A: Number.POSITIVE_INFINITY, B: 1, C: 6, D: 0 }

/**
 * Findings that stand in the way of handing in: class A always, B without a written reason, C without one of six
 * characters (统计联网直报 classes, product F5). D never does.
 */
export const unsettled = (
  findings: readonly Finding[],
  reasonOf: (key: string) => string | undefined,
): readonly Finding[] =>
  findings.filter((finding) => [...(reasonOf(finding.key) ?? '').trim()].length < reasonNeeded[finding.class])
