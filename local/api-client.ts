/*
 * The HTTP API, called by route id: path, query, body and answer are typed by the same contract the functions keep.
 * For the rehearsal, the scenarios and the benchmarks; the pages have their own.
 */
import { type AnswerOf, type PathOf, type RouteId, type RouteSpec, type Routes, routes } from '../shared/api.ts'

type Input<S> = S extends { readonly upload: true }
  ? { readonly body: Uint8Array<ArrayBuffer> }
  : S extends { readonly body: unknown }
    ? { readonly body: unknown }
    : object

export type Call<Id extends RouteId> = {
  readonly path?: PathOf<Routes[Id]['path']>
  readonly query?: Partial<Record<string, string>>
  readonly english?: true
} & Input<Routes[Id]>

export interface Problem {
  readonly code: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly {
    readonly path?: string
    readonly cell?: string
    readonly check?: string
    readonly message: string
  }[]
  readonly [fact: string]: unknown
}

export type ApiAnswer<Id extends RouteId> =
  | { readonly ok: true; readonly status: number; readonly value: AnswerOf<Routes[Id]> }
  | { readonly ok: false; readonly status: number; readonly problem: Problem }

interface LooseCall {
  readonly path?: unknown
  readonly query?: object
  readonly english?: true
  readonly body?: unknown
}

const addressOf = (base: string, route: RouteSpec, call: LooseCall): string => {
  const names: Record<string, string> = { ...(call.path ?? {}) }
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''))
  const query = new URLSearchParams(
    Object.entries(call.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
  )
  return `${base}/api${path}${query.size === 0 ? '' : `?${query}`}`
}

const isFile = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array

const requestOf = (base: string, token: string | undefined, route: RouteSpec, call: LooseCall) =>
  fetch(addressOf(base, route, call), {
    method: route.method,
    headers: {
      'accept-language': call.english === true ? 'en' : 'zh-CN',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(call.body === undefined ? {} : { 'content-type': route.upload === true ? route.media : 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: isFile(call.body) ? call.body : JSON.stringify(call.body) }),
  })

export type Api = ReturnType<typeof apiOf>

/** The API at `base` (no trailing slash), as the holder of a token sees it. */
export const apiOf = (base: string, token?: string) => ({
  /** One call; a problem is an answer, not an exception. */
  call: async <Id extends RouteId>(id: Id, call: Call<Id>): Promise<ApiAnswer<Id>> => {
    const answer = await requestOf(base, token, routes[id], call)
    const json: unknown = await answer.json()
    /* Both sides are made from shared/api.ts; test/api-answers.test.ts holds the answers against the schemas. */
    return answer.ok
      ? { ok: true, status: answer.status, value: json as AnswerOf<Routes[Id]> }
      : { ok: false, status: answer.status, problem: json as Problem }
  },
  /** A file route. */
  file: async <Id extends RouteId>(id: Id, call: Call<Id>): Promise<Uint8Array> => {
    const answer = await requestOf(base, token, routes[id], call)
    if (!answer.ok) throw new Error(`${id}: ${answer.status} ${await answer.text()}`)
    return new Uint8Array(await answer.arrayBuffer())
  },
})

/** The value of an answer that must be right; throws with the problem's own words otherwise. */
export const must = <Id extends RouteId>(answer: ApiAnswer<Id>): AnswerOf<Routes[Id]> => {
  if (answer.ok) return answer.value
  const { code, detail, errors = [] } = answer.problem
  throw new Error(
    `${answer.status} ${code}: ${detail} ${errors.map((one) => `${one.cell ?? one.path ?? ''} ${one.message}`).join(' ')}`,
  )
}
