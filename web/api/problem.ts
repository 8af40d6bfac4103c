/* What went wrong, in one shape: the API's problem details, the gateway's bare answers, and no answer at all. */
import type { RefusalCode } from '../../shared/refusal.ts'
import { say } from './words.ts'

export interface ProblemError {
  readonly path?: string
  readonly cell?: string
  readonly check?: string
  readonly message: string
}

export interface Problem {
  /** Of the API's catalogue; or what only the page sees: no line, no answer in time, an answer of the gateway. */
  readonly code: RefusalCode | 'offline' | 'gateway'
  /** 0: there was no answer. */
  readonly status: number
  readonly detail: string
  readonly errors: readonly ProblemError[]
  /** Facts beside the sentence: the new version, the conflicting cells. */
  readonly facts: Readonly<Record<string, unknown>>
}

const codes: Readonly<Record<number, RefusalCode>> = {
  401: 'notSignedIn',
  403: 'notYours',
  404: 'notFound',
  413: 'tooLarge',
}

/** There was no answer: no line, or none in time. */
export const noAnswer = (): Problem => ({ code: 'offline', status: 0, detail: say().offline, errors: [], facts: {} })

const sentenceOf = (status: number): string => {
  const words = say()
  if (status === 401) return words.signIn
  if (status === 403) return words.forbidden
  if (status === 404) return words.notFound
  if (status === 413) return words.tooLarge
  return status === 429 ? words.tooFast : words.broken(status)
}

interface Details {
  readonly code: Problem['code']
  readonly detail: string
  readonly errors?: readonly ProblemError[]
}

const isDetails = (body: unknown): body is Details & Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body

/** The problem of an answer that is not 2xx; the gateway answers some by itself, without details. */
export const problemOf = (status: number, body: unknown): Problem =>
  isDetails(body)
    ? { code: body.code, status, detail: body.detail, errors: body.errors ?? [], facts: body }
    : { code: codes[status] ?? 'gateway', status, detail: sentenceOf(status), errors: [], facts: {} }
