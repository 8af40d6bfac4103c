/*
 * Windows of the pages among themselves: a window opened to sign in tells the one that waits, a renewal is told to the
 * duplicates of a tab (a refresh token is good once). The channel is of the pages' own origin. It is used instead of
 * `opener`, which the headers of pages and issuer may cut.
 */
import type { Told } from './surroundings.ts'
import { say } from './words.ts'

const name = 'huibao.sign-in'
/** Long enough for a message to be heard that was sent before a lock was given back. */
const heardMs = 100

const isTold = (data: unknown): data is Told => typeof data === 'object' && data !== null && 'told' in data

export const windowChannel = (): {
  readonly tell: (told: Told) => void
  readonly listen: (hear: (told: Told) => void) => void
} => {
  const channel = new BroadcastChannel(name)
  return {
    tell: (told) => channel.postMessage(told),
    listen: (hear) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isTold(data)) hear(data)
      }
    },
  }
}

/** Runs `work` while no other window of the pages runs its own. */
export const alone = async (work: () => Promise<boolean>): Promise<boolean> => {
  const { locks } = navigator
  // Only on secure origins; without it a duplicated tab may have to sign in again.
  if (locks === undefined) return work()
  let isFree = false
  const result = await locks.request(name, { ifAvailable: true }, async (lock) => {
    isFree = lock !== null
    return isFree && work()
  })
  if (isFree) return result
  return locks.request(name, async () => {
    await new Promise((resolve) => setTimeout(resolve, heardMs))
    return work()
  })
}

/** An empty window for the sign-in page; opened in a click, before anything is waited for. */
export const openSignInWindow = (): { readonly go: (url: string) => void } | undefined => {
  const opened = window.open('about:blank', 'huibao-sign-in', 'width=560,height=760')
  if (opened === null) return undefined
  return {
    go: (url) => {
      opened.location.href = url
    },
  }
}

/** Closes the window that was opened to sign in; where the browser does not let it, it says that it is done with. */
export const closeSignInWindow = (): void => {
  window.close()
  setTimeout(() => {
    document.body.textContent = say().windowDone
  }, heardMs)
}
