/*
 * Two windows on one return, whatever happens to them: lines that are cut or lose answers, tabs that are killed, cells
 * that both type into. In the end nothing waits, everybody sees the same, and a cell holds what was typed last by
 * one of them, or was chosen.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenReturn } from './open-return.ts'
import { openedReturn } from './opened.ts'
import { browserStore, type Line, windowOf } from './stand-in/browser-window.ts'
import { handClock, settled } from './stand-in/hand-clock.ts'
import { returnServer } from './stand-in/return-server.ts'

const cells = [
  'publications.website.published',
  'publications.wechat.published',
  'proactive.licensing.change',
  'overview.text',
] as const
type Cell = (typeof cells)[number]

type Event =
  | {
      readonly does: 'type'
      readonly window: 0 | 1
      readonly cell: Cell
      readonly text: string
      readonly leaves: boolean
    }
  | { readonly does: 'line'; readonly window: 0 | 1; readonly line: Line }
  | { readonly does: 'reopen' | 'refresh'; readonly window: 0 | 1 }
  | { readonly does: 'resolve'; readonly window: 0 | 1; readonly cell: Cell; readonly keep: 'theirs' | 'yours' }
  | { readonly does: 'pass'; readonly ms: number }

const window = fc.constantFrom<0 | 1>(0, 1)
const cell = fc.constantFrom(...cells)
const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        does: fc.constant('type' as const),
        window,
        cell,
        text: fc.constantFrom('', '1', '2', '3', '4', '约5'),
        leaves: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('line' as const),
        window,
        line: fc.constantFrom<Line>('open', 'cut', 'answersLost', 'signedOut'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('reopen' as const, 'refresh' as const), window }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('resolve' as const),
        window,
        cell,
        keep: fc.constantFrom('theirs' as const, 'yours' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('pass' as const), ms: fc.constantFrom(0, 100, 400, 5000) }) },
  ),
  { maxLength: 30 },
)

const target = { round: 'round', unit: 'unit' }

/* One person with two windows of one browser, or two people. */
describe.each([
  ['of two people', ['ann', 'bob']],
  ['of one person', ['ann', 'ann']],
] as const)('two windows %s', (_, people) => {
  const play = async (story: readonly Event[], choice: 'theirs' | 'yours', goesOn: boolean) => {
    const [server, clock] = [returnServer(), handClock()]
    const stores = new Map(people.map((person) => [person, browserStore()]))
    const sit = async (at: 0 | 1) => {
      const surroundings = windowOf(server, people[at], clock, stores.get(people[at]))
      const answer = await openedReturn(surroundings.surroundings, target)
      if (!answer.ok) throw new Error('not opened')
      return { window: surroundings, open: answer.value }
    }
    const seats = [await sit(0), await sit(1)]
    const seat = (at: 0 | 1) => seats[at] ?? seats[0] ?? never()
    const typed = new Map<string, string[]>()
    for (const event of story) {
      if (event.does === 'pass') await clock.pass(event.ms)
      else if (event.does === 'line') seat(event.window).window.set(event.line)
      else if (event.does === 'refresh') void seat(event.window).open.refresh()
      else if (event.does === 'resolve') seat(event.window).open.resolve(event.cell, event.keep)
      else if (event.does === 'type') {
        const { open } = seat(event.window)
        open.type(event.cell, event.text)
        if (event.leaves) open.leave(event.cell)
        typed.set(event.cell, [...(typed.get(event.cell) ?? []), event.text])
      } else {
        /* What was typed in the last moment before a tab is killed is lost with it. */
        await clock.pass(200)
        seat(event.window).window.kill()
        seats[event.window] = await sit(event.window)
      }
      await settled()
    }
    const comeToAnEnd = async () => {
      for (const { window } of seats) window.set('open')
      for (let turn = 0; turn < 3; turn += 1) {
        await clock.pass(60_000)
        for (const { open } of seats) settle(open, choice, typed)
        await clock.pass(60_000)
      }
    }
    await comeToAnEnd()
    /* Of two windows that were killed over the same cell, the later one's text came back first. */
    for (const at of [0, 1, 0] as const) {
      if (!goesOn || [...stores.values()].every((store) => store.names().length === 0)) break
      seat(at).window.kill()
      seats[at] = await sit(at)
      await comeToAnEnd()
    }
    for (const { open } of seats) await open.refresh()
    await clock.pass(60_000)
    return { server, all: seats.map(({ open }) => open), typed, stores }
  }
  const never = (): never => {
    throw new Error('no seat')
  }
  /** Somebody looks at every cell: chooses, and writes what could not be read anew. */
  const settle = (open: OpenReturn, choice: 'theirs' | 'yours', typed: Map<string, string[]>) => {
    for (const at of cells) {
      if (open.conflict(at).value !== undefined) open.resolve(at, choice)
      if (open.cell(at).value.problem === undefined) continue
      open.type(at, '5')
      open.leave(at)
      typed.set(at, [...(typed.get(at) ?? []), '5'])
    }
  }

  it('come to one end, in which nothing waits and nothing is made up', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.constantFrom('theirs' as const, 'yours' as const), async (story, choice) => {
        const { server, all, typed, stores } = await play(story, choice, true)
        for (const open of all) {
          expect(open.saving.value.state).toBe('saved')
          for (const at of cells) expect(open.cell(at).value.value ?? null).toBe(server.cells()[at] ?? null)
        }
        for (const store of stores.values()) expect(store.names()).toEqual([])
        for (const at of cells) {
          const value = server.cells()[at]
          expect([...(typed.get(at) ?? []), '']).toContain(value === undefined ? '' : String(value))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('lose nothing that only one of them typed', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (story) => {
        const owner = (at: Cell) => (cells.indexOf(at) % 2 === 0 ? 0 : 1)
        const own = story.filter((event) => event.does !== 'type' || owner(event.cell) === event.window)
        const { server, typed } = await play(own, 'yours', false)
        for (const at of cells) {
          const last = typed.get(at) ?? ['']
          expect(String(server.cells()[at] ?? '')).toBe(last[last.length - 1])
        }
      }),
      { numRuns: 40 },
    )
  })
})
