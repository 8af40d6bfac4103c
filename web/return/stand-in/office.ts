/* People at windows of their own, over one server and under one clock, for the tests of the page. */
import type { OpenReturn } from '../open-return.ts'
import { openedReturn } from '../opened.ts'
import { browserStore, windowOf } from './browser-window.ts'
import { handClock, settled } from './hand-clock.ts'
import { returnServer } from './return-server.ts'

const target = { round: 'round', unit: 'unit' }

/** An office of which somebody may `sit` down at a window, in a browser that keeps what `store` keeps. */
export const office = () => {
  const [server, clock] = [returnServer(), handClock()]
  const openIn = async (window: ReturnType<typeof windowOf>): Promise<OpenReturn> => {
    const answer = await openedReturn(window.surroundings, target)
    if (!answer.ok) throw new Error(answer.problem.detail)
    await settled()
    return answer.value
  }
  const sit = async (person = 'ann', store = browserStore()) => {
    const window = windowOf(server, person, clock, store)
    return { window, open: await openIn(window) }
  }
  return { server, clock, sit, openIn }
}

/** Types into a cell, and leaves it. */
export const typeAndLeave = (open: OpenReturn, address: string, text: string): void => {
  open.type(address, text)
  open.leave(address)
}
