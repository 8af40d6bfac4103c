/*
 * The sign-in that a window holds, and what it shows of it. Everything that changes the session goes through here: what
 * is kept between pages, the timer of the renewal, and the calls that wait for the person.
 */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { SignIn } from './sign-in.ts'
import type { Session, SignInTrouble, Surroundings } from './surroundings.ts'

export interface HeldSignIn {
  readonly session: ReadonlySignal<Session>
  readonly current: () => SignIn | undefined
  /** A sign-in that is looked at, but not yet shown. */
  readonly hold: (signIn: SignIn) => void
  /** This is who is signed in now: what waited goes on. */
  readonly takeOver: (signIn: SignIn) => void
  /** The API and the issuer want the person again. Who it was is remembered, their tokens are not. */
  readonly expire: () => void
  /** Nobody is signed in: what waited is given up. */
  readonly leave: (trouble?: SignInTrouble) => void
  /** The last attempt led nowhere; all else stays as it is. */
  readonly fail: (trouble: SignInTrouble) => void
  /** Resolves true when the person has signed in again, false when they leave. */
  readonly wait: () => Promise<boolean>
}

const longestTimerMs = 2 ** 31 - 1
/* A minute before the end, or at three quarters of a short life. */
const renewAfterMs = (seconds: number): number => Math.max(seconds - 60, seconds * 0.75) * 1000

const namesOf = ({ name, email }: Partial<SignIn> = {}): Pick<Session, 'name' | 'email'> => ({
  ...(name === undefined ? {} : { name }),
  ...(email === undefined ? {} : { email }),
})

/** @param onDue The sign-in should be renewed now. */
export const heldSignIn = (
  { isKept, kept, now, later }: Pick<Surroundings, 'isKept' | 'kept' | 'now' | 'later'>,
  onDue: () => void,
): HeldSignIn => {
  const session = signal<Session>({ state: 'starting', isKept })
  let current: SignIn | undefined
  let cancelTimer = (): void => undefined
  let waiting: ((isSignedIn: boolean) => void)[] = []

  const show = (state: Session['state'], trouble?: SignInTrouble): void => {
    session.value = { state, isKept, ...namesOf(current), ...(trouble === undefined ? {} : { trouble }) }
  }
  const release = (isSignedIn: boolean): void => {
    const released = waiting
    waiting = []
    for (const each of released) each(isSignedIn)
  }
  const setTimer = ({ seconds, refreshToken, since }: SignIn): void => {
    cancelTimer()
    if (seconds === undefined || refreshToken === undefined) return
    const age = Math.max(0, now() - since)
    cancelTimer = later(Math.min(Math.max(0, renewAfterMs(seconds) - age), longestTimerMs), onDue)
  }
  return {
    session,
    current: () => current,
    hold: (signIn) => {
      current = signIn
    },
    takeOver: (signIn) => {
      current = signIn
      kept.write(signIn)
      setTimer(signIn)
      show('signedIn')
      release(true)
    },
    expire: () => {
      if (current === undefined) return
      const { refreshToken: _spent, ...rest } = current
      current = rest
      cancelTimer()
      kept.write(undefined)
      show('expired')
    },
    leave: (trouble) => {
      current = undefined
      cancelTimer()
      kept.write(undefined)
      show('signedOut', trouble)
      release(false)
    },
    fail: (trouble) => show(session.value.state, trouble),
    wait: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
      }),
  }
}
