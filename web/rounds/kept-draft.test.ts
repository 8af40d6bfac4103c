import { describe, expect, it } from 'vitest'
import { freshDraft } from './draft.ts'
import { draftKeeper } from './kept-draft.ts'

const keeperOver = (items: Map<string, string>) =>
  draftKeeper(() => ({
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
  }))
const draft = freshDraft(2019, 'city')

describe('what is typed into a plan', () => {
  it('is kept by person and by what it is about, and forgotten once saved', () => {
    const { kept, keep } = keeperOver(new Map())
    keep('ann', 'new ', { draft, version: 0 })
    expect(kept('ann', 'new ')).toEqual({ draft, version: 0 })
    expect([kept('bob', 'new '), kept('ann', 'season')]).toEqual([undefined, undefined])
    keep('ann', 'new ', undefined)
    expect(kept('ann', 'new ')).toBeUndefined()
  })
  it('is not kept, and nothing breaks, where the browser forbids it', () => {
    const { kept, keep } = draftKeeper(() => {
      throw new Error('SecurityError')
    })
    keep('ann', 'new ', { draft, version: 0 })
    expect(kept('ann', 'new ')).toBeUndefined()
  })
  it.each(['{"version":0,"draft":{"title":1}}', 'no JSON', 'null'])(
    'is not taken for a plan where it is %s',
    (text) => {
      expect(keeperOver(new Map([['huibao.round.ann.new ', text]])).kept('ann', 'new ')).toBeUndefined()
    },
  )
})
