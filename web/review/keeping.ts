/*
 * Saves comments a moment after the last key, one save at a time, and says how that stands. Without a line it tries
 * again when there is one; what the server refuses for good is said, and stays in the boxes.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Address } from '../../shared/form/form.ts'
import type { ReturnAnswer } from '../api/client.ts'
import { ask } from '../api/collecting.ts'
import type { Problem } from '../api/problem.ts'
import {
  afterDispute,
  afterSave,
  commented,
  settle,
  toSend,
  type,
  unsaved,
  type Written,
  writtenIn,
} from './written.ts'

const pauseMs = 800
const retryMs = 5000

export interface Keeping {
  readonly written: ReadonlySignal<Written>
  /** Cells with a comment, as one text: it changes when a comment comes or goes, and not with each letter. */
  readonly commented: ReadonlySignal<string>
  readonly refused: ReadonlySignal<Problem | undefined>
  readonly isSaving: ReadonlySignal<boolean>
  readonly type: (cell: Address, text: string) => void
  readonly settle: (cell: Address, keep: 'theirs' | 'mine') => void
  /** Saves what waits, now; true when nothing waits any more. */
  readonly flush: () => Promise<boolean>
  /** The return was read again. */
  readonly read: (answer: ReturnAnswer) => void
  readonly close: () => void
}

type ReviewDraft = NonNullable<ReturnAnswer['reviewDraft']>

interface DisputeFacts {
  readonly conflicts: readonly { readonly cell: Address }[]
  readonly reviewDraft: ReviewDraft
}

/* The server's answers are those of the contract: its own tests compare them. Two facts tell this refusal from others. */
const isDispute = (facts: Problem['facts']): facts is Problem['facts'] & DisputeFacts =>
  Array.isArray(facts['conflicts']) && typeof facts['reviewDraft'] === 'object' && facts['reviewDraft'] !== null
const disputeIn = ({ code, facts }: Problem): DisputeFacts | undefined =>
  code === 'outdated' && isDispute(facts) ? facts : undefined

export const keepComments = (path: { readonly round: string; readonly unit: string }, first: ReturnAnswer): Keeping => {
  const written = signal(writtenIn(first))
  const refused = signal<Problem | undefined>(undefined)
  const isSaving = signal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  let isReviewable = first.stage === 'submitted'

  const sendOnce = async (): Promise<boolean> => {
    const { revision, base } = written.peek()
    const answer = await ask('putReviewDraft', {
      path,
      body: { revision, base, comments: [...toSend(written.peek())] },
    })
    if (answer.ok) {
      written.value = afterSave(written.peek(), answer.value.reviewDraft)
      refused.value = undefined
      return true
    }
    const dispute = disputeIn(answer.problem)
    if (dispute === undefined) {
      refused.value = answer.problem
      if (answer.problem.status === 0) later(retryMs)
      return false
    }
    const cells = dispute.conflicts.map(({ cell }) => cell)
    written.value = afterDispute(written.peek(), cells, dispute.reviewDraft)
    return true
  }
  const sendAll = async (): Promise<boolean> => {
    isSaving.value = true
    let isSent = true
    while (isSent && isReviewable && unsaved(written.peek()).length > 0) isSent = await sendOnce()
    isSaving.value = false
    return isSent && unsaved(written.peek()).length === 0 && written.peek().disputed.size === 0
  }
  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    running ??= sendAll().finally(() => {
      running = undefined
    })
    return running
  }
  const later = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(flush, ms)
  }
  /* A tab that is closed asks first. */
  const leave = (event: BeforeUnloadEvent): void => {
    if (unsaved(written.peek()).length > 0) event.preventDefault()
  }
  addEventListener('online', flush)
  addEventListener('beforeunload', leave)
  return {
    written,
    commented: computed(() => [...commented(written.value)].sort().join(' ')),
    refused,
    isSaving,
    type: (cell, text) => {
      written.value = type(written.peek(), cell, text)
      if (isReviewable) later(pauseMs)
    },
    settle: (cell, keep) => {
      written.value = settle(written.peek(), cell, keep)
      later(0)
    },
    flush,
    read: (answer) => {
      isReviewable = answer.stage === 'submitted'
      refused.value = undefined
      written.value = writtenIn(answer, written.peek())
      if (isReviewable && unsaved(written.peek()).length > 0) later(0)
    },
    close: () => {
      void flush()
      removeEventListener('online', flush)
      removeEventListener('beforeunload', leave)
    },
  }
}
