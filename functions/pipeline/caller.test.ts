import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { Holder } from '../identity.ts'
import { servicesOf } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'
import { callerOf } from './caller.ts'

const ann: StoredPerson = { id: 'ann', name: '安', email: 'ann@office.example', language: 'zh', version: 1, posts: [] }
const bob: StoredPerson = { ...ann, id: 'bob', name: '白', email: 'bob@office.example' }

type Claims = APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']['authorizer']['jwt']['claims']

/* A table of two people, and an issuer that says what the test wants; both write down what they are asked. */
const office = (says: Holder, known: Readonly<Record<string, StoredPerson>> = {}) => {
  const subjects = new Map(Object.entries(known))
  const asked: string[] = []
  const services = servicesOf({
    table: 't',
    pages: 'https://huibao.example',
    dynamoEndpoint: 'http://127.0.0.1:9',
    demo: true,
  })
  const units = {
    ...services.units,
    personBySubject: async (subject: string) => subjects.get(subject),
    personByEmail: async (email: string) => [ann, bob].find((person) => person.email === email),
    rememberSubject: async (subject: string, { id }: Pick<StoredPerson, 'id' | 'email'>) => {
      subjects.set(subject, id === ann.id ? ann : bob)
    },
  }
  const identity = {
    userInfo: async (token: string) => {
      asked.push(token)
      return says
    },
  }
  const enter = async (
    claims: Claims,
    headers: Readonly<Record<string, string>> = { authorization: 'Bearer the-token' },
  ) => {
    const called = await callerOf({ units, identity }, eventOf(claims, headers))
    return called.ok ? called.value.person.id : called.refusal.code
  }
  return { enter, asked, subjects }
}

const eventOf = (
  claims: Claims,
  headers: Readonly<Record<string, string>>,
): APIGatewayProxyEventV2WithJWTAuthorizer => ({
  version: '2.0',
  routeKey: 'GET /api/me',
  rawPath: '/api/me',
  rawQueryString: '',
  headers: { ...headers },
  isBase64Encoded: false,
  requestContext: {
    accountId: '',
    apiId: '',
    authorizer: { jwt: { claims, scopes: [] }, principalId: '', integrationLatency: 0 },
    domainName: '',
    domainPrefix: '',
    http: { method: 'GET', path: '/api/me', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
    requestId: '',
    routeKey: 'GET /api/me',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
})

const holder = (more: object = {}): Holder => ({
  kind: 'holder',
  subject: 's-1',
  email: ann.email,
  verified: true,
  ...more,
})
const cognito: Claims = { sub: 's-1', token_use: 'access', client_id: 'pages' }

describe('somebody whose token carries no address', () => {
  it('is who the issuer says, and is asked about once', async () => {
    const { enter, asked } = office(holder())
    expect(await enter(cognito)).toBe('ann')
    expect(await enter(cognito)).toBe('ann')
    expect(asked).toEqual(['the-token'])
  })

  it('is known by the subject, and the issuer is left alone', async () => {
    const { enter, asked } = office(holder(), { 's-1': bob })
    expect(await enter(cognito)).toBe('bob')
    expect(asked).toEqual([])
  })

  it('is nobody by the answer about somebody else', async () => {
    const { enter, subjects } = office(holder({ subject: 's-2' }))
    expect(await enter(cognito)).toBe('signInUnchecked')
    expect(subjects.size).toBe(0)
  })

  it.each([{ verified: false }, { email: undefined }, { email: '' }, { email: 'eve@elsewhere.example' }])(
    'is no member with %o',
    async (more) => {
      const { enter, subjects } = office(holder(more))
      expect(await enter(cognito)).toBe('notAMember')
      expect(subjects.size).toBe(0)
    },
  )

  it('signs in again when the issuer no longer takes the token', async () => {
    const { enter } = office({ kind: 'turnedAway' })
    expect(await enter(cognito)).toBe('notSignedIn')
  })

  it('tries again later when the issuer gives no answer', async () => {
    const { enter, subjects } = office({ kind: 'noAnswer' })
    expect(await enter(cognito)).toBe('signInUnchecked')
    expect(subjects.size).toBe(0)
  })

  it('is no member where there is no token to ask with', async () => {
    const { enter, asked } = office(holder())
    expect(await enter(cognito, {})).toBe('notAMember')
    expect(asked).toEqual([])
  })
})

describe('somebody whose token carries an address', () => {
  it('is known by it when it is proven, and the issuer is left alone', async () => {
    const { enter, asked } = office(holder())
    expect(await enter({ sub: 's-3', email: bob.email, email_verified: 'true' })).toBe('bob')
    expect(asked).toEqual([])
  })

  it.each<Claims>([
    { sub: 's-1', email: ann.email },
    { sub: 's-1', email: ann.email, email_verified: 'false' },
  ])('has it proven by the issuer or not at all when the token does not: %o', async (claims) => {
    expect(await office(holder()).enter(claims)).toBe('ann')
    expect(await office(holder({ verified: false })).enter(claims)).toBe('notAMember')
  })

  it('is who the issuer says, and not whom an unproven address would make them', async () => {
    expect(await office(holder()).enter({ sub: 's-1', email: bob.email, email_verified: 'false' })).toBe('ann')
  })

  it('is no member with an unproven one where nobody can be asked', async () => {
    const { enter } = office({ kind: 'nobodyToAsk' })
    expect(await enter({ sub: 's-1', email: ann.email, email_verified: 'false' })).toBe('notAMember')
  })
})

describe('a token without a subject', () => {
  it('is no sign-in', async () => {
    expect(await office(holder()).enter({ email: ann.email, email_verified: 'true' })).toBe('notSignedIn')
  })
})
