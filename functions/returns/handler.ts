import { lambda } from '../pipeline/lambda.ts'
import { acceptSeveral } from './accept-several.ts'
import { answerComment } from './answer-comment.ts'
import { getReturn } from './get-return.ts'
import { getForm, getMe, listForms, patchMe } from './me.ts'
import { getHistory, putHistory } from './put-history.ts'
import { putReviewDraft } from './review-draft.ts'
import { reopenReturn, reviewReturn, withdrawReturn } from './review-return.ts'
import { getChanges, getReturnLog, getRevision, listRevisions } from './revisions.ts'
import { fillReturn, saveCells } from './save-cells.ts'
import { submitReturn } from './submit-return.ts'

/** For reporters: their work, their return from the first cell to the receipt; and what the coordinator does with it. */
export const handler = lambda(
  getMe,
  patchMe,
  listForms,
  getForm,
  getReturn,
  saveCells,
  fillReturn,
  submitReturn,
  withdrawReturn,
  reviewReturn,
  putReviewDraft,
  answerComment,
  acceptSeveral,
  reopenReturn,
  listRevisions,
  getRevision,
  getChanges,
  getReturnLog,
  putHistory,
  getHistory,
)
