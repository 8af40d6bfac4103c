/* Findings as the pages sort them: by what they ask for, and by the section they are shown in. */
import { unsettled } from '../../shared/return/unsettled.ts'
import type { OpenReturn, SectionState, ShownFinding } from './open-return.ts'

const isIn = (section: string, address: string): boolean => address.startsWith(`${section}.`)

/** Findings that touch a section; without one: all. */
export const findingsIn = (findings: readonly ShownFinding[], section: string | undefined): readonly ShownFinding[] =>
  section === undefined ? findings : findings.filter(({ cells }) => cells.some((cell) => isIn(section, cell)))

export const isBlankFinding = ({ ruleId }: ShownFinding): boolean => ruleId === 'R17'

const isOfRow = (address: string): boolean => address.split('.').length === 3

/**
 * How far a section is. A list counts as one cell, said or not; what is blank in its rows counts besides, so that a
 * list with rows is unfinished as a table is.
 */
export const withBlanksOfRows = (
  section: string,
  { filled, total }: Pick<SectionState, 'filled' | 'total'>,
  findings: readonly ShownFinding[],
): Pick<SectionState, 'filled' | 'total'> => {
  if (total !== 1 || filled !== 1) return { filled, total }
  const blanks = findings
    .filter(isBlankFinding)
    .flatMap(({ cells }) => cells)
    .filter((cell) => isIn(section, cell) && isOfRow(cell))
  return { filled, total: total + blanks.length }
}

/**
 * What is wrong in a section. Blank cells are unfinished work, not a mistake: as long as the section counts some, they
 * are said apart.
 */
export const mistakesIn = (
  findings: readonly ShownFinding[],
  section: string,
  state: Pick<SectionState, 'filled' | 'total'> | undefined,
): readonly ShownFinding[] => {
  const isUnfinished = state !== undefined && state.filled < state.total
  return findingsIn(findings, section).filter((finding) => !isUnfinished || !isBlankFinding(finding))
}

/** Cells of a section that are still to be filled in. */
export const blanksIn = ({ overview }: Pick<OpenReturn, 'overview'>, section: string): number => {
  const state = overview.value.sections[section]
  return state === undefined ? 0 : state.total - state.filled
}

export const isSettled = (finding: ShownFinding): boolean => unsettled([finding], () => finding.reason).length === 0

export interface Sorted {
  readonly wrong: readonly ShownFinding[]
  /** What asks for a reason, explained or not, in the order in which it was found. */
  readonly asking: readonly ShownFinding[]
  readonly toExplain: readonly ShownFinding[]
  readonly explained: readonly ShownFinding[]
  readonly hints: readonly ShownFinding[]
}

/** A must be corrected, B and C explained; what has its reason stands apart, D is a hint. */
export const sorted = (findings: readonly ShownFinding[]): Sorted => {
  const asking = findings.filter((finding) => finding.class === 'B' || finding.class === 'C')
  return {
    wrong: findings.filter((finding) => finding.class === 'A'),
    asking,
    toExplain: asking.filter((finding) => !isSettled(finding)),
    explained: asking.filter(isSettled),
    hints: findings.filter((finding) => finding.class === 'D'),
  }
}
