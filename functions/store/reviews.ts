/* Around the review of a revision: the comments that are not sent yet, and what was said when it was sent back. */
import type { ReviewOfRevision } from '../../shared/return/return.ts'
import type { ReviewDraft } from '../../shared/return/review-draft.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { type Key, keys, prefixes } from './keys.ts'
import { commit, hasVersion, queryAll, recalled, type Table, type Write } from './table-client.ts'

export interface OfReturn {
  readonly round: string
  readonly unit: UnitId
}

const draftKey = ({ round, unit }: OfReturn): Key => keys.draftPart(round, unit, 'REVIEW')

/** The draft goes with the review, as it was read: what a colleague has saved since is read first. */
export const reviewDraftGone = (of: OfReturn, before: ReviewDraft | undefined): Write => ({
  remove: draftKey(of),
  when: hasVersion(before?.version ?? 0),
})

/** The sending back of a revision; written again with each answer. */
export const reviewWrite = ({ round, unit }: OfReturn, review: ReviewOfRevision): Write => ({
  put: { ...keys.review(round, unit, review.revision), ...review },
})

export const reviewStore = (table: Table) => ({
  /** Saves comments; false when a colleague was faster, or the return is no longer at this version. */
  saveReviewDraft: async (
    of: OfReturn,
    head: { readonly version: number },
    before: ReviewDraft | undefined,
    next: ReviewDraft,
  ): Promise<boolean> => {
    const done = await commit(table, [
      { put: { ...draftKey(of), ...next }, when: hasVersion(before?.version ?? 0) },
      {
        check: keys.head(of.round, of.unit),
        when: {
          expression: '#now.version = :version',
          names: { '#now': 'now' },
          values: { ':version': head.version },
        },
      },
    ])
    return done.done
  },

  /** Every sending back of a return, by revision. */
  reviews: async (round: string, unit: UnitId): Promise<readonly ReviewOfRevision[]> =>
    (await queryAll(table, keys.head(round, unit).pk, prefixes.reviews)).map((item) =>
      recalled<ReviewOfRevision>(item),
    ),
})
