/*
 * What the issuer of the tokens says of their holder, by OpenID Connect's user information. It is asked with the
 * holder's own token, at the endpoint that the issuer's discovery document names, and never follows a redirect: the
 * token goes nowhere else. The API asks it once per person: where the subject is not known yet and the token carries
 * no proven address, as an access token of Cognito does not.
 */
import * as z from 'zod/mini'

/**
 * `turnedAway`: the issuer does not take the token. `noAnswer`: it gave none that may be believed. `nobodyToAsk`: this
 * installation names no issuer, and the token's own claims are all there is.
 */
export type Holder =
  | {
      readonly kind: 'holder'
      readonly subject: string
      readonly email: string | undefined
      readonly verified: boolean
    }
  | { readonly kind: 'turnedAway' }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'nobodyToAsk' }

export interface Identity {
  readonly userInfo: (accessToken: string) => Promise<Holder>
}

const waitMs = 3_000

/* Trailing slash or not: Cognito and others differ in what they call themselves. */
const withoutSlash = (url: string): string => url.replace(/\/$/, '')

const discovery = z.object({ issuer: z.string(), userinfo_endpoint: z.url({ protocol: /^https?$/ }) })
const information = z.object({
  sub: z.string().check(z.minLength(1)),
  email: z.optional(z.string()),
  /* Cognito sends a text. */
  email_verified: z.optional(z.union([z.boolean(), z.string()])),
})

/* In the clear only to a stand-in on the same machine. */
const isSafe = (endpoint: string): boolean => {
  const { protocol, hostname } = new URL(endpoint)
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

const parsed = async <S extends z.ZodMiniType>(schema: S, answer: Response): Promise<z.infer<S> | undefined> => {
  const read = z.safeParse(schema, await answer.json())
  return read.success ? read.data : undefined
}

/** Asks `issuer`, for `timeoutMs` at most, discovery included. */
export const identityOf = (issuer: string | undefined, timeoutMs: number = waitMs): Identity => {
  let endpoint: string | undefined
  const ask = (url: string, signal: AbortSignal, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json', ...headers } })

  const discover = async (from: string, signal: AbortSignal): Promise<string | undefined> => {
    const answer = await ask(`${withoutSlash(from)}/.well-known/openid-configuration`, signal)
    const found = answer.ok ? await parsed(discovery, answer) : undefined
    if (found === undefined || withoutSlash(found.issuer) !== withoutSlash(from)) return undefined
    return isSafe(found.userinfo_endpoint) ? found.userinfo_endpoint : undefined
  }

  const userInfo = async (from: string, token: string): Promise<Holder> => {
    const signal = AbortSignal.timeout(timeoutMs)
    endpoint ??= await discover(from, signal)
    if (endpoint === undefined) return { kind: 'noAnswer' }
    const answer = await ask(endpoint, signal, { authorization: `Bearer ${token}` })
    if (answer.status === 401 || answer.status === 403) return { kind: 'turnedAway' }
    const found = answer.ok ? await parsed(information, answer) : undefined
    if (found === undefined) return { kind: 'noAnswer' }
    const verified = found.email_verified === true || found.email_verified === 'true'
    return { kind: 'holder', subject: found.sub, email: found.email, verified }
  }

  return {
    /* No line, no time, no JSON: whatever goes wrong on the way is no answer. */
    userInfo: (token) =>
      issuer === undefined
        ? Promise.resolve({ kind: 'nobodyToAsk' })
        : userInfo(issuer, token).catch(() => ({ kind: 'noAnswer' })),
  }
}
