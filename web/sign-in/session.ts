/*
 * Who is signed in on this page. `startSession` comes first, before anything is drawn or asked of the API; the rest
 * is told by `session`. OpenID's own library is loaded when somebody signs in, renews or signs out, not before.
 */
import type { ReadonlySignal } from '@preact/signals'
import { useCredentials } from '../api/client.ts'
import { keptSignIn, usable } from './kept-sign-in.ts'
import { sessionOf } from './session-of.ts'
import type { OpenId } from './sign-in.ts'
import type { Session } from './surroundings.ts'
import { alone, closeSignInWindow, openSignInWindow, windowChannel } from './windows.ts'

const storage = usable(() => window.sessionStorage)

let loading: Promise<OpenId> | undefined
const openId = (): Promise<OpenId> => {
  loading ??= import('./open-id.ts').then(({ openIdOf }) => openIdOf(storage))
  /* No line: the next attempt loads anew, in Chromium once the page is reloaded (decision 0025). */
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

const control = sessionOf({
  isKept: storage !== undefined,
  kept: keptSignIn(storage),
  openId,
  now: Date.now,
  later: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  alone,
  ...windowChannel(),
  here: () => window.location.href,
  go: (url) => window.location.assign(url),
  reload: () => window.location.reload(),
  show: (path) => window.history.replaceState(null, '', path),
  openWindow: openSignInWindow,
  closeWindow: closeSignInWindow,
})

/** Who is signed in, and how that stands. */
export const session: ReadonlySignal<Session> = control.session

/**
 * Takes up the session: a sign-in that comes back from the issuer, or the one that this tab had. Until it is
 * done the state is `starting`, and the router must not read the address yet. Resolves false in the small window of a
 * repeated sign-in, which stays `starting` until it closes.
 */
export const startSession = (): Promise<boolean> => {
  useCredentials({ token: control.token, expired: control.expired })
  return control.start()
}

/** Leaves for the issuer; comes back to the same address. */
export const signIn = control.signIn

/** To be called in a click: opens a window to sign in; where that is blocked, leaves for the issuer. */
export const signInAgain = control.signInAgain

/** Forgets the sign-in here and ends it at the issuer. */
export const signOut = control.signOut
