/* What went wrong, in one shape: the API's problem details, the gateway's bare answers, and no answer at all. */
import type { RefusalCode } from '../../shared/refusal.ts'
import { catalogue } from '../language.ts'

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

const say = catalogue(
  {
    offline: '网络不通，内容已保留在本机浏览器中，恢复后自动保存。',
    signIn: '登录已过期，请重新登录。',
    forbidden: '您没有权限进行此操作。',
    notFound: '没有找到您要的页面或内容。',
    tooLarge: '内容过大，服务器未接收。',
    tooFast: '操作过于频繁，请稍候再试。',
    broken: (status: number) => `服务器暂时没有正常应答（${status}），请稍候再试；已填写的内容没有丢失。`,
  },
  {
    offline: 'There is no connection. What you typed is kept in this browser and saved when the line is back.',
    signIn: 'Your sign-in has expired; please sign in again.',
    forbidden: 'You may not do this.',
    notFound: 'What you asked for was not found.',
    tooLarge: 'This is too large; the server did not take it.',
    tooFast: 'Too many requests; please wait a moment.',
    broken: (status: number) => `The server did not answer as it should (${status}). Nothing you typed is lost.`,
  },
)

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
