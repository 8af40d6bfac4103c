/*
 * A user pool that answers on a port of this machine as Cognito does: JSON 1.1, the action in `x-amz-target`, errors by
 * `__type` (models of the SDK). People have their address for a name, as in the pool of the stack. What it is told to
 * refuse it refuses once.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { clientOptions } from '../local/store.ts'

export const poolId = 'ap-southeast-1_Huibao'

export interface Account {
  readonly sub: string
  readonly email: string
  readonly isVerified: boolean
  readonly isEnabled: boolean
  readonly status: 'CONFIRMED' | 'UNCONFIRMED' | 'FORCE_CHANGE_PASSWORD'
}

interface Asked {
  readonly UserPoolId?: string
  readonly Username?: string
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value: string }[]
  readonly TemporaryPassword?: string
  readonly MessageAction?: string
}

interface Refusal {
  readonly status: number
  readonly type: string
}

const refused = (type: string, status = 400): Refusal => ({ status, type })
const isRefusal = (answer: object): answer is Refusal => 'type' in answer && 'status' in answer

export const openUserPool = async () => {
  const accounts = new Map<string, Account>()
  const calls: { readonly action: string; readonly asked: Asked }[] = []
  const refusals: (Refusal & { readonly action: string })[] = []

  const attributesOf = ({ sub, email, isVerified }: Account) => [
    { Name: 'sub', Value: sub },
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: String(isVerified) },
  ]
  const put = (account: Account): void => {
    accounts.set(account.email.toLowerCase(), account)
  }
  const create = ({ Username = '', UserAttributes = [], TemporaryPassword }: Asked): object => {
    if (accounts.has(Username.toLowerCase())) return refused('UsernameExistsException')
    const given = new Map(UserAttributes.map(({ Name, Value }) => [Name, Value]))
    const account: Account = {
      sub: randomUUID(),
      email: given.get('email') ?? '',
      isVerified: given.get('email_verified') === 'true',
      isEnabled: true,
      status: TemporaryPassword === undefined ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    }
    put(account)
    return {
      User: { Username: account.sub, Attributes: attributesOf(account), Enabled: true, UserStatus: account.status },
    }
  }
  const answerTo = (action: string, asked: Asked): object => {
    const next = refusals.findIndex((refusal) => refusal.action === action)
    const [refusal] = next === -1 ? [] : refusals.splice(next, 1)
    if (refusal !== undefined) return refused(refusal.type, refusal.status)
    if (asked.UserPoolId !== poolId) return refused('ResourceNotFoundException')
    if (action === 'AdminCreateUser') return create(asked)
    const account = accounts.get(asked.Username?.toLowerCase() ?? '')
    if (account === undefined) return refused('UserNotFoundException')
    if (action === 'AdminGetUser')
      return {
        Username: account.sub,
        UserAttributes: attributesOf(account),
        Enabled: account.isEnabled,
        UserStatus: account.status,
      }
    if (action === 'AdminEnableUser') put({ ...account, isEnabled: true })
    else if (action === 'AdminDisableUser') put({ ...account, isEnabled: false })
    else if (action === 'AdminUpdateUserAttributes')
      put({ ...account, isVerified: asked.UserAttributes?.some(({ Name }) => Name === 'email_verified') === true })
    else return refused('UnknownOperationException')
    return {}
  }

  const server = createServer(async (request, response) => {
    const action = String(request.headers['x-amz-target']).replace('AWSCognitoIdentityProviderService.', '')
    const asked: Asked = JSON.parse(await text(request))
    calls.push({ action, asked })
    const answer = answerTo(action, asked)
    const [status, body] = isRefusal(answer)
      ? [answer.status, { __type: answer.type, message: answer.type }]
      : [200, answer]
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The pool has no port.')
  const url = `http://127.0.0.1:${address.port}`
  const client = new CognitoIdentityProviderClient({ ...clientOptions(url), maxAttempts: 1 })

  return {
    url,
    client,
    calls,
    put,
    account: (email: string): Account | undefined => accounts.get(email.toLowerCase()),
    size: () => accounts.size,
    /** The next call of the action is answered so, and has no effect. */
    refuse: (action: string, type: string, status = 400): void => {
      refusals.push({ action, type, status })
    },
    stop: async () => {
      client.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

export type StandIn = Awaited<ReturnType<typeof openUserPool>>
