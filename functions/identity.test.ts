import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identityOf } from './identity.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
const json =
  (value: unknown, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  }

let url = ''
let answers: { discovery: Answer; userinfo: Answer }
const asked: { path: string; token: string | undefined }[] = []
const server = createServer((request, response) => {
  asked.push({ path: request.url ?? '', token: request.headers.authorization })
  const answer = request.url?.endsWith('/userinfo') === true ? answers.userinfo : answers.discovery
  answer(request, response)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/pool`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const discovered = () => ({ issuer: url, userinfo_endpoint: `${url}/userinfo` })
beforeEach(() => {
  asked.length = 0
  answers = {
    discovery: json(discovered()),
    userinfo: json({ sub: 's-1', email: 'ann@office.example', email_verified: true }),
  }
})

const noAnswer = { kind: 'noAnswer' }
const ask = () => identityOf(url).userInfo('the-token')

describe('the issuer, asked who holds a token', () => {
  it('says subject, address and that it is proven', async () => {
    expect(await ask()).toEqual({ kind: 'holder', subject: 's-1', email: 'ann@office.example', verified: true })
  })

  it('is shown the holder’s own token, at the endpoint that it names itself', async () => {
    await ask()
    expect(asked).toEqual([
      { path: '/pool/.well-known/openid-configuration', token: undefined },
      { path: '/pool/userinfo', token: 'Bearer the-token' },
    ])
  })

  it('is asked for its endpoint once', async () => {
    const identity = identityOf(`${url}/`)
    await identity.userInfo('one')
    await identity.userInfo('two')
    expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual(['openid-configuration', 'userinfo', 'userinfo'])
  })

  it('is asked for its endpoint again after it gave none', async () => {
    const identity = identityOf(url)
    answers = { ...answers, discovery: json({}, 503) }
    expect(await identity.userInfo('one')).toEqual(noAnswer)
    answers = { ...answers, discovery: json(discovered()) }
    expect(await identity.userInfo('one')).toMatchObject({ kind: 'holder' })
  })

  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    ['TRUE', false],
    [undefined, false],
  ])('whose email_verified is %o has proven the address: %s', async (email_verified, verified) => {
    answers = { ...answers, userinfo: json({ sub: 's-1', email: 'ann@office.example', email_verified }) }
    expect(await ask()).toMatchObject({ verified })
  })

  it.each([401, 403])('turns a token away with %i', async (status) => {
    answers = { ...answers, userinfo: json({ error: 'invalid_token' }, status) }
    expect(await ask()).toEqual({ kind: 'turnedAway' })
  })

  it.each<[string, Answer]>([
    ['an error', json({ sub: 's-1', email: 'ann@office.example', email_verified: true }, 500)],
    ['no subject', json({ email: 'ann@office.example', email_verified: true })],
    ['an empty subject', json({ sub: '', email: 'ann@office.example', email_verified: true })],
    ['a number for an address', json({ sub: 's-1', email: 7, email_verified: true })],
    ['no JSON', (_, response) => response.end('<html>')],
    ['a broken line', (_, response) => response.destroy()],
    ['another place', (_, response) => response.writeHead(302, { location: `${url}/elsewhere/userinfo` }).end()],
  ])('gives no answer that may be believed with %s', async (_, userinfo) => {
    answers = { ...answers, userinfo }
    expect(await ask()).toEqual(noAnswer)
  })

  it('has its token sent nowhere else by a redirect', async () => {
    answers = {
      ...answers,
      userinfo: (_, response) => response.writeHead(307, { location: `${url}/elsewhere/userinfo` }).end(),
    }
    await ask()
    expect(asked.filter(({ path }) => path.includes('elsewhere'))).toEqual([])
  })

  it('gives no answer when it takes too long', async () => {
    answers = { ...answers, userinfo: () => undefined }
    expect(await identityOf(url, 50).userInfo('the-token')).toEqual(noAnswer)
  })

  it.each([
    ['names another issuer', () => ({ ...discovered(), issuer: 'https://elsewhere.example' })],
    ['names no endpoint', () => ({ issuer: url })],
    ['names an endpoint in the clear', () => ({ issuer: url, userinfo_endpoint: 'http://elsewhere.example/userinfo' })],
    ['names no web address', () => ({ issuer: url, userinfo_endpoint: 'file:///etc/passwd' })],
  ])('is shown no token where its discovery %s', async (_, document) => {
    answers = { ...answers, discovery: json(document()) }
    expect(await ask()).toEqual(noAnswer)
    expect(asked.filter(({ token }) => token !== undefined)).toEqual([])
  })

  it('is nobody where none is configured', async () => {
    expect(await identityOf(undefined).userInfo('the-token')).toEqual({ kind: 'nobodyToAsk' })
    expect(asked).toEqual([])
  })
})

describe('an issuer that is down', () => {
  it('gives no answer', async () => {
    expect(await identityOf('http://127.0.0.1:9').userInfo('the-token')).toEqual(noAnswer)
  })
})
