/* How a cell shows what is known of it: a class for the colour and a word, because colour alone says nothing to many. */
import type { Address } from '../../../shared/form/form.ts'
import type { Language } from '../../language.ts'
import type { CellState, Mark, OpenReturn, ShownFinding } from '../open-return.ts'
import { isBlankFinding } from '../settling.ts'

export type Tag = 'unread' | 'unsure' | 'conflict' | Mark | 'comment' | 'zero' | 'nil' | 'lastYear'

export interface Face {
  /** Classes of the cell. */
  readonly look: string
  /** Words at the cell's upper left, the weightiest first. */
  readonly tags: readonly Tag[]
  readonly invalid: boolean
}

export interface Known {
  readonly state: CellState
  readonly mark?: Mark | undefined
  readonly conflict: boolean
  readonly commented: boolean
}

const noTags: readonly Tag[] = []

const isSet = <T>(tag: T | false | undefined): tag is T => tag !== false && tag !== undefined

const tagsOf = ({ state, mark, conflict, commented }: Known): readonly Tag[] => {
  /* Most cells, at every opening. */
  if (!mark && !conflict && !commented && !state.problem && !state.confirm && !state.filled) return noTags
  return [
    state.problem !== undefined && ('unread' as const),
    state.confirm && ('unsure' as const),
    conflict && ('conflict' as const),
    mark,
    commented && ('comment' as const),
    state.filled,
  ].filter(isSet)
}

/** What a cell shows. An unreadable text is worse than what the checks say of the value before it. */
export const faceOf = (known: Known): Face => {
  const { state, mark, conflict } = known
  const isBad = state.problem !== undefined || conflict
  const colour = isBad ? 'wrong' : (mark ?? (state.confirm ? 'toExplain' : undefined))
  const blank = state.text === '' ? ' blank' : ''
  const na = state.notApplicable === undefined ? '' : ' na'
  return {
    look: `cell${blank}${na}${colour === undefined ? '' : ` ${colour}`}`,
    tags: tagsOf(known),
    invalid: isBad || mark === 'wrong',
  }
}

/**
 * The sentences that a cell has to hear: why its text cannot be read, and what the checks found. That nothing stands in
 * it is seen, and no finding of the cell: R17 says it of all blank cells in one sentence.
 */
export const sentencesAt = (
  address: Address,
  { problem, text }: Pick<CellState, 'problem' | 'text'>,
  findings: readonly ShownFinding[],
  language: Language,
): readonly string[] => {
  const sentences = problem === undefined ? [] : [problem[language]]
  for (const finding of findings)
    if (finding.cells.includes(address) && !(text === '' && isBlankFinding(finding)))
      sentences.push(finding.message[language])
  return sentences
}

/** The same of an open return. Read in an effect. */
export const sentencesOf = (open: OpenReturn, address: Address, language: Language): readonly string[] =>
  sentencesAt(address, open.cell(address).value, open.findings.value, language)
