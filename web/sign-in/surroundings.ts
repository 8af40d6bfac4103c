/* What the session shows, does, and needs around it. session-of.ts puts them together, session.ts gives the browser's. */
import type { ReadonlySignal } from '@preact/signals'
import type { KeptSignIn } from './kept-sign-in.ts'
import type { OpenId, SignIn } from './sign-in.ts'

/** Why the last attempt to sign in led nowhere. */
export type SignInTrouble = 'notCompleted' | 'unreachable'

export interface Session {
  /** `expired`: somebody was signed in and has to sign in again; what they typed stands on the page. */
  readonly state: 'starting' | 'signedIn' | 'signedOut' | 'expired'
  readonly name?: string
  readonly email?: string
  readonly trouble?: SignInTrouble
  /** False where the browser keeps nothing for the site: the sign-in ends with the page. */
  readonly isKept: boolean
}

/** What windows of the pages tell each other. */
export type Told =
  | { readonly told: 'returned'; readonly url: string }
  | { readonly told: 'renewed'; readonly was: string; readonly signIn: SignIn }
  | { readonly told: 'signedOut'; readonly subject: string }

export interface Surroundings {
  /** Does the browser keep anything for the site? */
  readonly isKept: boolean
  readonly kept: KeptSignIn
  readonly openId: () => Promise<OpenId>
  readonly now: () => number
  /** Runs `work` once, later; the result cancels it. */
  readonly later: (ms: number, work: () => void) => () => void
  /** Runs `work` while no other window of the pages does; what the other told is heard before. */
  readonly alone: (work: () => Promise<boolean>) => Promise<boolean>
  readonly tell: (told: Told) => void
  readonly listen: (hear: (told: Told) => void) => void
  /** The whole address of this page. */
  readonly here: () => string
  /** Leaves for an address. */
  readonly go: (url: string) => void
  readonly reload: () => void
  /** Shows another address of the pages without loading anything. */
  readonly show: (path: string) => void
  /** Opens an empty window, in a click; undefined where the browser blocks it. */
  readonly openWindow: () => { readonly go: (url: string) => void } | undefined
  readonly closeWindow: () => void
}

export interface SessionControl {
  readonly session: ReadonlySignal<Session>
  /** Resolves false in a window that was only opened to sign in: it shows nothing and closes itself. */
  readonly start: () => Promise<boolean>
  readonly token: () => string | undefined
  /** The API answered 401. `mayWait`: rather than failing, wait until the person has signed in again. */
  readonly expired: (mayWait: boolean) => Promise<boolean>
  readonly signIn: () => Promise<void>
  readonly signInAgain: () => Promise<void>
  readonly signOut: () => Promise<void>
}
