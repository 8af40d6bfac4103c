/*
 * The only place that knows API Gateway: a route of shared/api.ts and a use case become one answerer. It reads path,
 * query and body by the route's schemas, finds out who is calling, loads what the route is about and asks the rights
 * before the use case sees anything. Refusals become problem details; surprises are thrown to lambda.ts.
 */
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import * as z from 'zod/mini'
import {
  type AnswerOf,
  type BodyOf,
  type PathOf,
  type QueryOf,
  type RouteId,
  type RouteSpec,
  type Routes,
  routes,
} from '../../shared/api.ts'
import { canonicalJson } from '../../shared/canonical.ts'
import { ok, type Refusal, type Result, refuse } from '../../shared/refusal.ts'
import type { Language } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import { type Caller, callerOf, permitted } from './caller.ts'
import { wordsOfIssue } from './issue-words.ts'
import { type HttpAnswer, languageOf, problemOf } from './problem.ts'
import { loadTarget, type Targets } from './target.ts'

export type Request<Id extends RouteId> = Targets[Routes[Id]['target']] & {
  readonly path: PathOf<Routes[Id]['path']>
  readonly query: QueryOf<Routes[Id]>
  readonly body: Routes[Id] extends { readonly upload: true } ? Uint8Array : BodyOf<Routes[Id]>
  readonly caller: Caller
  readonly language: Language
}

/** A file as an answer. */
export interface FileAnswer {
  readonly file: Uint8Array
  readonly type: string
  /** Full name, Chinese allowed. */
  readonly name: string
}

export type UseCase<Id extends RouteId> = (
  request: Request<Id>,
) => Promise<Result<Routes[Id] extends { readonly file: true } ? FileAnswer : AnswerOf<Routes[Id]>>>

export interface Answerer {
  readonly route: RouteId
  readonly answer: (event: APIGatewayProxyEventV2WithJWTAuthorizer) => Promise<HttpAnswer>
}

const maxBodyBytes = 1_000_000
/* As base64 it must fit into the 6 MB of a Lambda's event. */
const maxUploadBytes = 4 * 1024 * 1024

const issuesOf = (error: z.core.$ZodError): Refusal['errors'] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: wordsOfIssue(issue) }))

const readBy = (schema: z.core.$ZodType, value: unknown): Result<unknown> => {
  const read = z.safeParse(schema, value)
  return read.success
    ? ok(read.data)
    : refuse('invalid', { count: read.error.issues.length }, { errors: issuesOf(read.error) ?? [] })
}

/*
 * zod leaves out a key `__proto__` of a record without a word, and an unknown key is never ignored here. Only a text
 * that may hold the name, escaped or not, is read a second time for it.
 */
const namesProto = (text: string): boolean => {
  if (!/__proto__|\\u00/.test(text)) return false
  let found = false
  JSON.parse(text, (key, value) => {
    found ||= key === '__proto__'
    return value
  })
  return found
}
const unknownProto = (): Result<never> => {
  const message = { zh: '含有不认识的项目：__proto__。', en: 'Unknown key: __proto__.' }
  return refuse('invalid', { count: 1 }, { errors: [{ path: '__proto__', message }] })
}

const bodyOf = (route: RouteSpec, event: APIGatewayProxyEventV2WithJWTAuthorizer): Result<unknown> => {
  if (route.body === undefined) return ok(undefined)
  const raw = event.body ?? ''
  const text = event.isBase64Encoded ? Buffer.from(raw, 'base64').toString('utf8') : raw
  if (Buffer.byteLength(text) > maxBodyBytes) return refuse('tooLarge', { limit: '1 MB' })
  /* Where nothing needs saying, no body says it. */
  if (text === '' && z.safeParse(route.body, undefined).success) return readBy(route.body, undefined)
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
    if (namesProto(text)) return unknownProto()
  } catch {
    return refuse('unreadable', undefined)
  }
  return readBy(route.body, parsed)
}

/* A file as it is. Text that the gateway did not encode is no such file, and is refused as what it then is. */
const uploadOf = (event: APIGatewayProxyEventV2WithJWTAuthorizer): Result<Uint8Array> => {
  const file = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (file.length === 0) return refuse('unreadable', undefined)
  return file.length > maxUploadBytes ? refuse('tooLarge', { limit: '4 MB' }) : ok(new Uint8Array(file))
}

const idShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/
/* Read as numbers later: `2.019e3` and `02019` would be 2019 as well, and one thing has one address. */
const plainNumber = /^[1-9][0-9]{0,8}$/
const shapesOfNames: Readonly<Record<string, RegExp>> = { year: plainNumber, n: plainNumber }

const fileHeaders = ({ type, name }: FileAnswer) => ({
  'content-type': type,
  'cache-control': 'private, no-store',
  /* RFC 6266 with RFC 8187 for the Chinese name, and a plain one for old clients. */
  'content-disposition': `attachment; filename="huibao.${name.split('.').at(-1) ?? 'bin'}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
})

const isFile = (value: unknown): value is FileAnswer =>
  typeof value === 'object' && value !== null && 'file' in value && value.file instanceof Uint8Array

const answered = (value: unknown, language: Language): HttpAnswer =>
  isFile(value)
    ? {
        statusCode: 200,
        headers: fileHeaders(value),
        body: Buffer.from(value.file).toString('base64'),
        isBase64Encoded: true,
      }
    : {
        statusCode: 200,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-language': language,
          'cache-control': 'no-store',
        },
        body: JSON.stringify(value),
      }

/* Computers on the way that compress an answer make its tag a weak one; several tags stand in a row. */
const isNamed = (tag: string, ifNoneMatch: string | undefined): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)

/*
 * The same facts in the same language have the same tag; nothing is stored for it. The store gives the keys of a map in
 * any order: the tag is made of them sorted.
 */
const live = (services: Services, value: unknown, answer: HttpAnswer, ifNoneMatch: string | undefined): HttpAnswer => {
  const { 'content-type': type = '', ...headers } = answer.headers
  const tag = `"${services.hash(`${headers['content-language'] ?? ''} ${canonicalJson(value)}`).slice(0, 32)}"`
  return isNamed(tag, ifNoneMatch)
    ? { statusCode: 304, headers: { ...headers, etag: tag }, body: '' }
    : { ...answer, headers: { ...headers, 'content-type': type, etag: tag } }
}

/** One route, answered by one use case. */
export const http = <Id extends RouteId>(services: Services, id: Id, useCase: UseCase<Id>): Answerer => {
  const route: RouteSpec = routes[id]
  const handle = async (
    event: APIGatewayProxyEventV2WithJWTAuthorizer,
    language: Language,
  ): Promise<Result<unknown>> => {
    const path = Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).map(([key, value]) => [key, value ?? '']),
    )
    const strange = Object.entries(path).find(([name, value]) => !(shapesOfNames[name] ?? idShape).test(value))
    if (strange !== undefined) return refuse('notFound', { what: strange[1].slice(0, 40) })
    const query = route.query === undefined ? ok(undefined) : readBy(route.query, event.queryStringParameters ?? {})
    if (!query.ok) return query
    const body = route.upload === true ? uploadOf(event) : bodyOf(route, event)
    const who = route.open === true ? undefined : callerOf(services, event)
    const { unit: askedUnit } = (query.value ?? {}) as { readonly unit?: string }
    const [caller, target] = await Promise.all([who, loadTarget(services, route, path, askedUnit)])
    if (caller !== undefined && !caller.ok) return caller
    /* One answer for what does not exist and for what the caller may not know of: nobody learns which it is. */
    const unknown = refuse('notFound', { what: [...Object.values(path), askedUnit ?? ''].filter(Boolean).join(' / ') })
    /* Only putUnit is about a unit that is not there yet. */
    const isAbout = target !== undefined && (route.target !== 'unit' || target.asked !== undefined || id === 'putUnit')
    if (!isAbout) return unknown
    if (caller !== undefined && target.asked !== undefined) {
      const allowed = await permitted(services, caller.value, id, target.asked, target.named)
      if (!allowed.ok) return allowed.refusal.code === 'notFound' ? unknown : allowed
    }
    if (target.otherwise !== undefined) return target.otherwise
    if (!body.ok) return body
    const request = {
      ...target.target,
      path,
      query: query.value,
      body: body.value,
      caller: caller?.value,
      language,
    }
    /* The schemas above have proven what the types of the route say; the compiler cannot follow a table look-up. */
    return useCase(request as unknown as Request<Id>)
  }
  return {
    route: id,
    answer: async (event) => {
      const language = languageOf(event.headers['accept-language'])
      const result = await handle(event, language)
      if (!result.ok) return problemOf(result.refusal, language)
      const answer = answered(result.value, language)
      return route.live === true ? live(services, result.value, answer, event.headers['if-none-match']) : answer
    },
  }
}
