import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askEarly, getReturn } from './early.ts'

const really = globalThis.fetch
let asked: string[] = []
beforeEach(() => {
  asked = []
  globalThis.fetch = async (input) => {
    asked.push(String(input))
    return Response.json({ number: asked.length })
  }
})
afterEach(() => {
  globalThis.fetch = really
})

const target = { round: 'y2019', unit: 'huzhu' }

describe('asking early', () => {
  it('asks for the return of an address, whichever part of it', () => {
    askEarly('/rounds/y2019/returns/huzhu')
    askEarly('/rounds/y2019/returns/huzhu/overview')
    expect(asked.map((url) => /\/rounds\/.*/.exec(url)?.[0])).toEqual([
      '/rounds/y2019/returns/huzhu',
      '/rounds/y2019/returns/huzhu',
    ])
  })

  it('asks for nothing at any other address', () => {
    for (const path of [
      '/',
      '/rounds/y2019',
      '/rounds/y2019/returns/',
      '/rounds/a%2Fb/returns/huzhu',
      '/x/rounds/a/returns/b',
    ])
      askEarly(path)
    expect(asked).toEqual([])
  })

  it('answers once with what was asked for early, and then asks again', async () => {
    askEarly('/rounds/y2019/returns/huzhu')
    expect(await getReturn(target)).toMatchObject({ ok: true, value: { number: 1 } })
    expect(asked).toHaveLength(1)
    expect(await getReturn(target)).toMatchObject({ ok: true, value: { number: 2 } })
  })

  it('gives nobody the return of another address', async () => {
    askEarly('/rounds/y2019/returns/huzhu')
    await getReturn({ ...target, unit: 'minhe' })
    expect(asked).toHaveLength(2)
    expect(asked[1]).toContain('/returns/minhe')
  })
})
