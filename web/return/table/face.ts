/* How a cell shows what is known of it: a class for the colour and a word, because colour alone says nothing to many. */
import type { Address } from '../../../shared/form/form.ts'
import type { Language } from '../../language.ts'
import type { CellState, Mark, OpenReturn } from '../open-return.ts'

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

/** The sentences that a cell has to hear: why its text cannot be read, and what the checks found. Read in an effect. */
export const sentencesOf = (open: OpenReturn, address: Address, language: Language): readonly string[] => {
  const { problem } = open.cell(address).value
  const found = open.findings.value.filter(({ cells }) => cells.includes(address))
  return [...(problem === undefined ? [] : [problem]), ...found.map(({ message }) => message)].map(
    (words) => words[language],
  )
}
