/*
 * Sends a file as the body of a route. A slow line may take minutes for it: there is no limit to the whole, only to
 * silence, and how much has gone is told. `fetch` tells nothing of that; hence XMLHttpRequest.
 */
import type { AnswerOf, RouteId, Routes } from '../../shared/api.ts'
import { language } from '../language.ts'
import { type Answered, credentials, type Request, urlOf } from './client.ts'
import { type PathsOf, paths } from './paths.ts'
import { noAnswer, problemOf } from './problem.ts'

/* Computers on the way take a whole file at once and pass it on slowly: much of the silence is sending. */
const longestSilenceMs = 300_000

interface Sent {
  readonly status: number
  readonly body: unknown
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const send = (method: string, url: string, file: Blob, gone: (part: number) => void): Promise<Sent | undefined> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    let timer = 0
    const heard = (): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => request.abort(), longestSilenceMs)
    }
    request.open(method, url)
    request.setRequestHeader('accept-language', language.peek())
    request.setRequestHeader('content-type', 'application/octet-stream')
    const token = credentials.token()
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => {
      heard()
      if (total > 0) gone(loaded / total)
    }
    request.onloadend = () => {
      clearTimeout(timer)
      /* 0: no line, or given up. */
      resolve(request.status === 0 ? undefined : { status: request.status, body: jsonIn(request.responseText) })
    }
    heard()
    request.send(file)
  })

/**
 * Sends a file to one of these routes; never throws. Without an answer the problem is `offline`.
 * @param gone is told how much of the file is on its way, from 0 to 1
 */
export const sendFileOf =
  <Ids extends RouteId>(of: PathsOf<Ids>) =>
  async <Id extends Ids>(
    id: Id,
    { path, query }: Pick<Request<Id>, 'path' | 'query'>,
    file: Blob,
    gone: (part: number) => void = () => undefined,
  ): Promise<Answered<AnswerOf<Routes[Id]>>> => {
    const [method = 'PUT', route = ''] = of[id].split(' ')
    const once = () => send(method, urlOf(route, path, query), file, gone)
    const first = await once()
    const sent = first?.status === 401 && (await credentials.expired(false)) ? await once() : first
    if (sent === undefined) return { ok: false, problem: noAnswer() }
    const { status, body } = sent
    /* The server's answers are those of the contract: its own tests compare them. */
    return status >= 200 && status < 300
      ? { ok: true, value: body as AnswerOf<Routes[Id]> }
      : { ok: false, problem: problemOf(status, body) }
  }

export const sendFile = sendFileOf(paths)
