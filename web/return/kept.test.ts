import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { type KeptItem, keptInBrowser, newestOf } from './kept.ts'
import type { Entry } from './waiting.ts'

const entry = (value: number): Entry => ({ value, base: 1, tried: [] })
const item = (cell: string, value: number): KeptItem => ({ cell, entry: entry(value) })
const reason = (key: string, text: string): KeptItem => ({ key, reason: { check: 'R8', cell: 'a.b.c', text } })

let people = 0
/** A person of their own: the store of the browser is one for all. */
const office = () => {
  people += 1
  const owner = { person: `person-${people}`, round: 'round', unit: 'unit' }
  let at = 0
  const windowAt = (dice: number, other: Partial<typeof owner> = {}) =>
    keptInBrowser({ ...owner, ...other }, () => (at += 1), dice)
  return { windowAt }
}
const write = (
  kept: ReturnType<typeof keptInBrowser>,
  ...items: readonly (readonly [string, KeptItem | undefined])[]
) => kept.write(new Map(items))

describe('what a browser keeps', () => {
  it('is there for the next window: cells and reasons', async () => {
    const { windowAt } = office()
    const [cell, given] = [item('a.b.c', 7), reason('R8 a.b.c', '已核对。')]
    await write(windowAt(0.1), ['a.b.c', cell], ['reason R8 a.b.c', given])
    expect(await windowAt(0.2).read()).toEqual([cell, given])
  })

  it('is forgotten when it is told so', async () => {
    const { windowAt } = office()
    const window = windowAt(0.1)
    await write(window, ['a.b.c', item('a.b.c', 7)], ['a.b.d', item('a.b.d', 8)])
    await write(window, ['a.b.c', undefined])
    expect(await windowAt(0.2).read()).toEqual([item('a.b.d', 8)])
  })

  it('belongs to the window that has read it: only that one forgets it', async () => {
    const { windowAt } = office()
    const [first, second] = [windowAt(0.1), windowAt(0.2)]
    await write(first, ['a.b.c', item('a.b.c', 7)])
    await second.read()
    await write(first, ['a.b.c', undefined])
    expect(await windowAt(0.3).read()).toEqual([item('a.b.c', 7)])
  })

  it('is not written over by another window, and the newest comes first', async () => {
    const { windowAt } = office()
    const [first, second] = [windowAt(0.1), windowAt(0.2)]
    await write(first, ['a.b.c', item('a.b.c', 7)])
    await write(second, ['a.b.c', item('a.b.c', 8)])
    const third = windowAt(0.3)
    expect(await third.read()).toEqual([item('a.b.c', 8)])
    await write(third, ['a.b.c', undefined])
    expect(await windowAt(0.4).read()).toEqual([item('a.b.c', 7)])
  })

  it('is shown to no other person, round or unit', async () => {
    const { windowAt } = office()
    await write(windowAt(0.1), ['a.b.c', item('a.b.c', 7)])
    for (const other of [
      { person: 'a' },
      { person: 'z' },
      { round: 'a' },
      { round: 'z' },
      { unit: 'a' },
      { unit: 'z' },
    ])
      expect(await windowAt(0.2, other).read()).toEqual([])
  })

  it('rejects what the browser cannot keep', async () => {
    const { windowAt } = office()
    const odd = { cell: 'a.b.c', entry: Object.assign(entry(1), { cannotBeCopied: () => 1 }) }
    await expect(write(windowAt(0.1), ['a.b.c', odd])).rejects.toThrow()
  })
})

describe('the newest of each name', () => {
  it('is taken, wherever it stands', () => {
    const rows = [
      ['first', { item: item('a', 1), at: 2 }],
      ['second', { item: item('a', 2), at: 1 }],
      ['third', { item: item('b', 3), at: 1 }],
    ] as const
    expect([...newestOf(rows)].map(([name, [key]]) => [name, key])).toEqual([
      ['a', 'first'],
      ['b', 'third'],
    ])
  })
})
