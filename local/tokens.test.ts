import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTokens } from './tokens.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'tokens-'))
const person = { sub: 'alice', email: 'alice@example.cn' }

describe('a token of the sign-in stand-in', () => {
  it('gives its claims back, after a restart too', async () => {
    const data = folder()
    const token = await (await openTokens(data)).issue(person)
    expect(await (await openTokens(data)).verify(token)).toMatchObject({
      ...person,
      email_verified: true,
      aud: 'huibao',
    })
  })
  it('is refused when another key signed it', async () => {
    const token = await (await openTokens(folder())).issue(person)
    expect(await (await openTokens(folder())).verify(token)).toBeUndefined()
  })
  it('is refused after twelve hours', async () => {
    const data = folder()
    const token = await (await openTokens(data)).issue(person)
    const later = await openTokens(data, () => Date.now() + 12 * 3600_000 + 1000)
    expect(await later.verify(token)).toBeUndefined()
  })
})
