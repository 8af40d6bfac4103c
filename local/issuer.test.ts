import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from './free-port.ts'
import { type Issuer, startIssuer } from './issuer.ts'
import { openTokens } from './tokens.ts'

const pages = 'http://127.0.0.1:5999'
const folder = mkdtempSync(join(tmpdir(), 'issuer-'))
const cast = [{ email: 'huzhu@haidong.example', name: '东主才让', role: 'reporter', unit: '630223' }]
let issuer: Issuer
let port: number

const start = async () =>
  startIssuer({
    dataFolder: folder,
    port,
    tokens: await openTokens(folder),
    pages: [pages],
    cast: async () => cast,
    tokenSeconds: 120,
  })

beforeAll(async () => {
  port = await freePort()
  issuer = await start()
})
afterAll(async () => {
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A browser as far as a sign-in needs one: it keeps cookies and follows what the issuer answers, up to the pages. */
const browser = () => {
  const cookies = new Map<string, string>()
  const ask = async (url: string, body?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(new URL(url, issuer.url), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    return to === null || to.startsWith(pages) ? answer : ask(to)
  }
  return ask
}

const verifier = randomBytes(32).toString('base64url')
const authorization = (more: Record<string, string> = {}): string =>
  `/auth?${new URLSearchParams({
    client_id: 'huibao',
    redirect_uri: `${pages}/signed-in`,
    response_type: 'code',
    scope: 'openid email profile',
    state: 'back',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })}`

type Ask = ReturnType<typeof browser>
const codeOf = async (ask: Ask, email = 'huzhu@haidong.example'): Promise<string> => {
  const page = await (await ask(authorization())).text()
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? ''
  const back = await ask(action, { email })
  return new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? ''
}
const exchange = async (fields: Record<string, string>, origin = pages) => {
  const answer = await fetch(`${issuer.url}/token`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ client_id: 'huibao', ...fields }),
  })
  const json: Record<string, string> = JSON.parse(await answer.text())
  return { status: answer.status, allowed: answer.headers.get('access-control-allow-origin'), json }
}
const redeem = (code: string, proof = verifier) =>
  exchange({ grant_type: 'authorization_code', code, code_verifier: proof, redirect_uri: `${pages}/signed-in` })
const renew = (token: string | undefined) => exchange({ grant_type: 'refresh_token', refresh_token: token ?? '' })
const signedIn = async (ask: Ask = browser()) => (await redeem(await codeOf(ask))).json
const payload = (token = ''): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

describe('the sign-in page', () => {
  it('lists the cast and says in both languages that it is of this machine', async () => {
    const page = await (await browser()(authorization())).text()
    expect(page).toContain('东主才让')
    expect(page).toContain('仅供本机演示')
    expect(page).toContain('This machine only')
  })
  it('names the person and their verified address in the ID token', async () => {
    const { id_token } = await signedIn()
    expect(payload(id_token)).toMatchObject({ name: '东主才让', email: 'huzhu@haidong.example', email_verified: true })
  })
  it('does not ask again while the session lasts', async () => {
    const ask = browser()
    await signedIn(ask)
    const back = await ask(authorization())
    expect(back.headers.get('location')).toMatch(/code=/)
  })
  it('sends nobody to an address that is not the pages’', async () => {
    const answer = await browser()(authorization({ redirect_uri: 'http://127.0.0.1:6000/signed-in' }))
    expect(answer.status).toBe(400)
  })
  it('wants a proof key', async () => {
    const url = authorization().replace(/&code_challenge=[^&]*&code_challenge_method=S256/, '')
    const back = await browser()(url)
    expect(back.headers.get('location')).toMatch(/error=invalid_request/)
  })
})

describe('the code of a sign-in', () => {
  it('gives a token that the API takes', async () => {
    const { access_token = '', expires_in } = await signedIn()
    expect(expires_in).toBe(120)
    expect(await issuer.verify(access_token)).toMatchObject({ sub: 'huzhu@haidong.example', client_id: 'huibao' })
  })
  it('is refused with another proof', async () => {
    const answer = await redeem(await codeOf(browser()), randomBytes(32).toString('base64url'))
    expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_grant' } })
  })
  it('is good once', async () => {
    const code = await codeOf(browser())
    await redeem(code)
    expect(await redeem(code)).toMatchObject({ status: 400 })
  })
  it('is redeemed by the pages and by no other site', async () => {
    expect(await redeem(await codeOf(browser()))).toMatchObject({ allowed: pages })
    const fields = { grant_type: 'refresh_token', refresh_token: 'x' }
    expect(await exchange(fields, 'http://elsewhere.example')).toMatchObject({ allowed: null })
  })
})

describe('an ID token', () => {
  it('is not taken for an access token', async () => {
    const { id_token = '' } = await signedIn()
    expect(await issuer.verify(id_token)).toBeUndefined()
  })
})

describe('a refresh token', () => {
  it('gives a new access token and is replaced', async () => {
    const { refresh_token } = await signedIn()
    const renewed = await renew(refresh_token)
    expect(await issuer.verify(renewed.json['access_token'] ?? '')).toBeDefined()
    expect(renewed.json['refresh_token']).not.toBe(refresh_token)
  })
  it('is refused the second time', async () => {
    const { refresh_token } = await signedIn()
    await renew(refresh_token)
    expect(await renew(refresh_token)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } })
  })
  it('outlives that somebody else signs in with the same browser', async () => {
    const ask = browser()
    const { refresh_token } = await signedIn(ask)
    const page = await (await ask(authorization({ prompt: 'login' }))).text()
    await ask(/action="([^"]+)"/.exec(page)?.[1] ?? '', { email: 'ledu@haidong.example' })
    expect(await renew(refresh_token)).toMatchObject({ status: 200 })
  })
  it('outlives a restart', async () => {
    const { refresh_token } = await signedIn()
    await issuer.stop()
    issuer = await start()
    expect(await renew(refresh_token)).toMatchObject({ status: 200 })
  })
})

describe('user information', () => {
  const ask = (token: string) => fetch(`${issuer.url}/me`, { headers: { authorization: `Bearer ${token}` } })
  it('gives the verified address for an access token', async () => {
    const { access_token = '' } = await signedIn()
    expect(await (await ask(access_token)).json()).toEqual({
      sub: 'huzhu@haidong.example',
      email: 'huzhu@haidong.example',
      email_verified: true,
    })
  })
  it('refuses anything else', async () => {
    expect((await ask('x.y.z')).status).toBe(401)
  })
})

describe('signing out', () => {
  it('ends the session and leads back to the pages', async () => {
    const ask = browser()
    const { id_token = '' } = await signedIn(ask)
    const query = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${pages}/` })
    const page = await (await ask(`/session/end?${query}`)).text()
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? []
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? []
    const back = await ask(action, { xsrf, logout: 'yes' })
    expect(back.headers.get('location')).toMatch(new RegExp(`^${pages}/`))
    expect(await (await ask(authorization())).text()).toContain('东主才让')
  })
  it('leaves no renewal behind when the pages give the refresh token up', async () => {
    const { refresh_token = '' } = await signedIn()
    const body = new URLSearchParams({ client_id: 'huibao', token: refresh_token })
    expect((await fetch(`${issuer.url}/token/revocation`, { method: 'POST', body })).status).toBe(200)
    expect(await renew(refresh_token)).toMatchObject({ status: 400 })
  })
})

describe('ending all sign-ins', () => {
  it('refuses the tokens and the renewals of before and takes those of after', async () => {
    const before = await signedIn()
    issuer.expire()
    expect(await issuer.verify(before['access_token'] ?? '')).toBeUndefined()
    expect(await renew(before['refresh_token'])).toMatchObject({ status: 400 })
    const after = await signedIn()
    expect(await issuer.verify(after['access_token'] ?? '')).toBeDefined()
  })
})
