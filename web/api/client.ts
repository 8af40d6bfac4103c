/*
 * The one way from the pages to the API: `await call('getReturn', { path: { round, unit } })`. Types come from the
 * contract; nothing is thrown, a problem is a value. Who is signed in, and what happens when nobody is any more, is
 * handed in by sign-in/session.ts.
 */
import type { AnswerOf, BodyOf, PathOf, QueryOf, RouteId, Routes } from '../../shared/api.ts'
import { language } from '../language.ts'
import { type PathsOf, paths } from './paths.ts'
import { noAnswer, type Problem, problemOf } from './problem.ts'

export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }
export type ReturnAnswer = AnswerOf<Routes['getReturn']>
export type SavedAnswer = AnswerOf<Routes['patchReturn']>
export type MeAnswer = AnswerOf<Routes['getMe']>

/** Who is signed in: the access token, and what to do when the API no longer takes it. */
export interface Credentials {
  /** Undefined: nobody is signed in. */
  readonly token: () => string | undefined
  /**
   * The API answered 401: resolves true when there is a new token and the call may be made again. `mayWait`: reading
   * waits until the person has signed in again; a change is told at once that it cannot be sent now.
   */
  readonly expired: (mayWait: boolean) => Promise<boolean>
}

/* Exported for send-file.ts, which is fetched where files are sent. */
export let credentials: Credentials = { token: () => undefined, expired: async () => false }
export const useCredentials = (given: Credentials): void => {
  credentials = given
}

export type Request<Id extends RouteId> = {
  readonly path?: PathOf<Routes[Id]['path']>
  readonly query?: QueryOf<Routes[Id]>
  readonly body?: BodyOf<Routes[Id]>
  readonly signal?: AbortSignal
}

const longestWaitMs = 30_000

export const urlOf = (path: string, names: unknown, query: unknown): string => {
  const values = new Map<string, unknown>(Object.entries(names ?? {}))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
  const asked = new URLSearchParams(
    Object.entries(query ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString()
  return `/api${filled}${asked === '' ? '' : `?${asked}`}`
}

const send = async (
  method: string,
  url: string,
  body: BodyInit | undefined,
  type: string,
  signal?: AbortSignal,
  tag?: string,
) => {
  const token = credentials.token()
  const ended = new AbortController()
  const end = () => ended.abort()
  signal?.addEventListener('abort', end)
  const timer = setTimeout(end, longestWaitMs)
  try {
    return await fetch(url, {
      method,
      headers: {
        'accept-language': language.value,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(tag === undefined ? {} : { 'if-none-match': tag }),
      },
      signal: ended.signal,
      ...(body === undefined ? {} : { body }),
    })
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}

const jsonOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

/** Sends once, and once more when the sign-in had expired and was renewed. */
export const answered = async (
  method: string,
  url: string,
  body?: BodyInit,
  type = 'application/json',
  signal?: AbortSignal,
  tag?: string,
) => {
  const first = await send(method, url, body, type, signal, tag)
  return first?.status === 401 && (await credentials.expired(method === 'GET'))
    ? send(method, url, body, type, signal, tag)
    : first
}

export const jsonAnswer = async <T>(response: Response | undefined): Promise<Answered<T>> => {
  if (response === undefined) return { ok: false, problem: noAnswer() }
  const value = await jsonOf(response)
  /* The server's answers are those of the contract: its own tests compare them. */
  return response.ok ? { ok: true, value: value as T } : { ok: false, problem: problemOf(response.status, value) }
}

/**
 * Calls one of these routes of the contract. Never throws: no line and no answer in 30 seconds are the problem
 * `offline`.
 */
export const callOf =
  <Ids extends RouteId>(of: PathsOf<Ids>) =>
  async <Id extends Ids>(
    id: Id,
    { path, query, body, signal }: Request<Id> = {},
  ): Promise<Answered<AnswerOf<Routes[Id]>>> => {
    const [method = 'GET', route = ''] = of[id].split(' ')
    const json = body === undefined ? undefined : JSON.stringify(body)
    return jsonAnswer(await answered(method, urlOf(route, path, query), json, 'application/json', signal))
  }

/** A file from the API, with the name that the server gives it. */
export interface ReceivedFile {
  readonly name: string
  readonly content: Blob
}

const nameOf = (response: Response): string => {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return encoded === undefined ? 'huibao' : decodeURIComponent(encoded)
}

/** Fetches a file from one of these routes: Word, a workbook. */
export const receiveOf =
  <Ids extends RouteId>(of: PathsOf<Ids>) =>
  async <Id extends Ids>(
    id: Id,
    { path, query }: Pick<Request<Id>, 'path' | 'query'>,
  ): Promise<Answered<ReceivedFile>> => {
    const [method = 'GET', route = ''] = of[id].split(' ')
    const response = await answered(method, urlOf(route, path, query))
    if (response === undefined) return { ok: false, problem: noAnswer() }
    return response.ok
      ? { ok: true, value: { name: nameOf(response), content: await response.blob() } }
      : { ok: false, problem: problemOf(response.status, await jsonOf(response)) }
  }

/** The routes that every reporter's page may call. */
export const call = callOf(paths)
export const receive = receiveOf(paths)
