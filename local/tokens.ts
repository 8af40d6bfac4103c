/*
 * The sign-in stand-in's tokens: as a user pool would give them, signed with a key of the data folder. They run by
 * the machine's clock and not by the office's, so that moving the calendar signs nobody out. Local only.
 *
 * Two ways lead to one: `issue` for curl and tests, and the sign-in page (issuer.ts), which signs with the same key.
 * An ID token carries the same key and audience; the type in its header tells them apart (RFC 9068).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'

export type Person = { readonly sub: string; readonly email: string }
export type Claims = { readonly [claim: string]: string | number | boolean | string[] }
export type Tokens = {
  /** The private key, for the issuer; never leaves the machine. */
  readonly key: JWK
  /** An access token good for 12 hours. */
  readonly issue: (person: Person) => Promise<string>
  /** The claims of a token, or undefined for one that is forged, expired or not ours. */
  readonly verify: (token: string) => Promise<Claims | undefined>
}

const issuer = 'huibao-local'
export const audience = 'huibao'
const type = 'at+jwt'

const keyOf = async (dataFolder: string): Promise<JWK> => {
  const file = join(dataFolder, 'sign-in-key.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(privateKey)
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 })
    return jwk
  }
}

const isClaim = (value: unknown): value is string | number | boolean | string[] =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'))

const claimsOf = (payload: object): Claims => {
  const claims: Record<string, string | number | boolean | string[]> = {}
  for (const [name, value] of Object.entries(payload)) if (isClaim(value)) claims[name] = value
  return claims
}

/** Opens the sign-in of a data folder; its key is made on the first call and kept. */
export const openTokens = async (dataFolder: string, machineMs: () => number = Date.now): Promise<Tokens> => {
  const jwk = await keyOf(dataFolder)
  const { d: _secret, ...open } = jwk
  const [signing, checking, kid] = await Promise.all([
    importJWK(jwk, 'ES256'),
    importJWK(open, 'ES256'),
    calculateJwkThumbprint(open),
  ])
  return {
    key: { ...jwk, kid, alg: 'ES256', use: 'sig' },
    issue: ({ sub, email }) => {
      const seconds = Math.floor(machineMs() / 1000)
      return new SignJWT({ email, email_verified: true, client_id: audience, token_use: 'access' })
        .setProtectedHeader({ alg: 'ES256', kid, typ: type })
        .setSubject(sub)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + 12 * 3600)
        .sign(signing)
    },
    verify: async (token) => {
      try {
        const currentDate = new Date(machineMs())
        // Not by the issuer's address: its port may be another one after a restart, its key is not.
        const { payload } = await jwtVerify(token, checking, {
          audience,
          typ: type,
          algorithms: ['ES256'],
          currentDate,
        })
        return claimsOf(payload)
      } catch {
        return undefined
      }
    },
  }
}
