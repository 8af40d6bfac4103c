import { describe, expect, it } from 'vitest'
import type { StoredPerson } from '../store/units.ts'
import { admit } from './admit.ts'

const ann: StoredPerson = { id: 'ann', name: '安', email: 'ann@office.example', language: 'zh', version: 1, posts: [] }

const eventOf = (userAttributes: Readonly<Record<string, string>>, triggerSource = 'PreSignUp_SignUp') => ({
  triggerSource,
  request: { userAttributes },
  response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
})

const asked = async (event: ReturnType<typeof eventOf>) => {
  let refusals = 0
  const looked: string[] = []
  const parts = {
    units: {
      personByEmail: async (email: string) => {
        looked.push(email)
        return email === ann.email ? ann : undefined
      },
    },
    refused: () => {
      refusals += 1
    },
  }
  const answer = await admit(parts, event).catch((error: unknown) => error)
  return { answer, looked, refusals: () => refusals }
}

describe('an account', () => {
  it('is made for an address of the directory, and the mailbox must still prove it', async () => {
    const event = eventOf({ email: ann.email })
    const { answer, refusals } = await asked(event)
    expect(answer).toEqual(event)
    expect(refusals()).toBe(0)
  })

  it('is refused to an address that nobody in the directory has, in words that say whom to ask', async () => {
    const { answer, refusals } = await asked(eventOf({ email: 'eve@elsewhere.example' }))
    expect(String(answer)).toMatch(/请联系上级单位的汇总联系人。.*ask the coordinator/)
    expect(refusals()).toBe(1)
  })

  it('does not say the address in the refusal', async () => {
    const { answer } = await asked(eventOf({ email: 'eve@elsewhere.example' }))
    expect(String(answer)).not.toContain('eve@')
  })

  it.each([{}, { email: '' }])('is refused without an address: %o', async (attributes) => {
    const { answer, looked } = await asked(eventOf(attributes))
    expect(answer).toBeInstanceOf(Error)
    expect(looked).toEqual([])
  })

  it.each(['PreSignUp_AdminCreateUser', 'PreSignUp_ExternalProvider'])(
    'is refused to a stranger whoever makes it: %s',
    async (source) => {
      const { answer } = await asked(eventOf({ email: 'eve@elsewhere.example' }, source))
      expect(answer).toBeInstanceOf(Error)
    },
  )
})
