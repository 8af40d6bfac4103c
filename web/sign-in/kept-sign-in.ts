/*
 * The sign-in between two pages of the same tab: in its session storage, gone when the tab is closed. Where the
 * browser forbids storage it lives as long as the page, and the pages say so.
 */
import type { SignIn } from './sign-in.ts'

const key = 'huibao.sign-in'

export interface KeptSignIn {
  readonly read: () => SignIn | undefined
  /** Undefined: forget it. */
  readonly write: (signIn: SignIn | undefined) => void
}

const isSignIn = (value: unknown): value is SignIn =>
  typeof value === 'object' && value !== null && 'accessToken' in value && 'subject' in value && 'since' in value

/** A storage that can be written to, or undefined: blocked by a setting, or full. Reading the property may throw. */
export const usable = (storage: () => Storage): Storage | undefined => {
  try {
    const found = storage()
    found.setItem(`${key}.try`, '1')
    found.removeItem(`${key}.try`)
    return found
  } catch {
    return undefined
  }
}

export const keptSignIn = (storage: Storage | undefined): KeptSignIn => ({
  read: () => {
    try {
      const read: unknown = JSON.parse(storage?.getItem(key) ?? 'null')
      return isSignIn(read) ? read : undefined
    } catch {
      return undefined
    }
  },
  write: (signIn) => {
    try {
      if (signIn === undefined) storage?.removeItem(key)
      else storage?.setItem(key, JSON.stringify(signIn))
    } catch {
      /* The page goes on with what it has in memory. */
    }
  },
})
