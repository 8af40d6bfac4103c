import { describe, expect, it } from 'vitest'
import { keptSignIn, usable } from './kept-sign-in.ts'
import { insidePages, isOfWindow, type SignIn, signInIdOf } from './sign-in.ts'

const signIn: SignIn = { accessToken: 'a', subject: 's', since: 1 }

const memory = (full = false): Storage => {
  const items = new Map<string, string>()
  return {
    length: 0,
    clear: () => items.clear(),
    key: () => null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => items.delete(key),
    setItem: (key, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
  }
}

describe('the address to come back to', () => {
  it.each(['/', '/rounds/2019/returns/630223/check?x=1#c'])('may be %s', (path) => {
    expect(insidePages(path)).toBe(path)
  })
  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:x',
    '/signed-in?code=1',
    7,
    undefined,
  ])('is the first page instead of %s', (path) => {
    expect(insidePages(path)).toBe('/')
  })
})

describe('the state of a sign-in', () => {
  it('names it on both ways, and whether a window was opened for it', () => {
    const back = 'https://huibao.example.cn/signed-in?code=c&state=3f2a%3Bwindow'
    expect([signInIdOf(back), isOfWindow(back)]).toEqual(['3f2a', true])
    expect(isOfWindow('https://huibao.example.cn/signed-in?code=c&state=3f2a')).toBe(false)
  })
})

describe('the kept sign-in', () => {
  it('is read as it was written, and forgotten', () => {
    const kept = keptSignIn(memory())
    kept.write(signIn)
    expect(kept.read()).toEqual(signIn)
    kept.write(undefined)
    expect(kept.read()).toBeUndefined()
  })
  it('is none where something else stands in its place', () => {
    const storage = memory()
    storage.setItem('huibao.sign-in', '{"accessToken":1}')
    expect(keptSignIn(storage).read()).toBeUndefined()
  })
  it('is no error where storage is blocked or full', () => {
    const blocked = usable(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect([blocked, usable(() => memory(true))]).toEqual([undefined, undefined])
    keptSignIn(blocked).write(signIn)
    expect(keptSignIn(blocked).read()).toBeUndefined()
  })
})
