/*
 * Comments of a review that is not sent yet, as this window has them: what the server keeps, what was typed since, and
 * where a colleague wrote something else at the same cell. Pure; keeping.ts saves. Typed to nothing: taken out.
 */
import type { Address } from '../../shared/form/form.ts'
import type { ReturnAnswer } from '../api/client.ts'

type ReviewDraft = NonNullable<ReturnAnswer['reviewDraft']>

export interface SavedComment {
  readonly text: string
  readonly by: { readonly id: string; readonly name: string }
}

export interface Written {
  /** What they stand for: another revision has none of them. */
  readonly revision: number
  readonly base: number
  readonly saved: ReadonlyMap<Address, SavedComment>
  readonly typed: ReadonlyMap<Address, string>
  /** Cells at which a colleague wrote meanwhile; what was typed here waits for a choice. */
  readonly disputed: ReadonlySet<Address>
}

const savedIn = (draft: ReviewDraft | undefined): Written['saved'] =>
  new Map(draft?.comments.map(({ cell, text, by }) => [cell, { text, by }]))

/* Typed as it stands: nothing to save. */
const withoutSaved = (typed: Written['typed'], saved: Written['saved']): Written['typed'] =>
  new Map([...typed].filter(([cell, text]) => text.trim() !== (saved.get(cell)?.text ?? '')))

/** My comments that went away with a withdrawal, and not to the unit: they are as good as typed again. */
const lostIn = (before: Written | undefined, { you, comments, reviewDraft }: ReturnAnswer) =>
  [...(before?.saved ?? [])].filter(
    ([cell, { text, by }]) =>
      by.id === you.id &&
      reviewDraft?.comments.some((one) => one.cell === cell) !== true &&
      !comments.some((one) => one.cell === cell && one.text === text),
  )

/** As the server has them now; what was typed and not saved stays, whatever became of the revision. */
export const writtenIn = (answer: ReturnAnswer, before?: Written): Written => {
  const { reviewDraft, revisions } = answer
  const saved = savedIn(reviewDraft)
  const isAnother = before !== undefined && (before.revision !== revisions || answer.stage !== 'submitted')
  const lost = isAnother ? lostIn(before, answer).map(([cell, { text }]) => [cell, text] as const) : []
  return {
    revision: revisions,
    base: reviewDraft?.version ?? 0,
    saved,
    typed: withoutSaved(new Map([...lost, ...(before?.typed ?? [])]), saved),
    disputed: new Set([...(before?.disputed ?? [])].filter((cell) => saved.has(cell))),
  }
}

export const type = (written: Written, cell: Address, text: string): Written => ({
  ...written,
  typed: new Map([...written.typed, [cell, text]]),
})

/** What stands in the box of a cell. */
export const textAt = ({ typed, saved }: Written, cell: Address): string =>
  typed.get(cell) ?? saved.get(cell)?.text ?? ''

/** Cells that have a comment, typed or saved. */
export const commented = (written: Written): readonly Address[] =>
  [...new Set([...written.saved.keys(), ...written.typed.keys()])].filter((cell) => textAt(written, cell).trim() !== '')

/** Typed, and not kept back by a dispute. */
export const unsaved = ({ typed, disputed, saved }: Written): readonly Address[] =>
  [...withoutSaved(typed, saved).keys()].filter((cell) => !disputed.has(cell))

/** All comments that are to stand, for a save. */
export const toSend = (written: Written): readonly { readonly cell: Address; readonly text: string }[] =>
  commented(written).flatMap((cell) => {
    const text = written.disputed.has(cell) ? (written.saved.get(cell)?.text ?? '') : textAt(written, cell).trim()
    return text === '' ? [] : [{ cell, text }]
  })

/** After a save: what was typed while it was on its way is still to be saved. */
export const afterSave = (written: Written, draft: ReviewDraft): Written => {
  const saved = savedIn(draft)
  return { ...written, base: draft.version, saved, typed: withoutSaved(written.typed, saved) }
}

/** A save that was refused because a colleague had written at some of its cells. */
export const afterDispute = (written: Written, cells: readonly Address[], draft: ReviewDraft): Written => ({
  ...afterSave(written, draft),
  disputed: new Set([...written.disputed, ...cells]),
})

/** Theirs stays, or what was typed here takes its place with the next save. */
export const settle = (written: Written, cell: Address, keep: 'theirs' | 'mine'): Written => ({
  ...written,
  typed: keep === 'mine' ? written.typed : new Map([...written.typed].filter(([one]) => one !== cell)),
  disputed: new Set([...written.disputed].filter((one) => one !== cell)),
})
