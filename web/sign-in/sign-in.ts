/* What the issuer of sign-ins gives, and what is asked of it. open-id.ts does it; it is loaded when it is needed. */

/** One sign-in, as it is kept in the browser. */
export interface SignIn {
  readonly accessToken: string
  readonly refreshToken?: string
  readonly idToken?: string
  readonly subject: string
  readonly name?: string
  readonly email?: string
  /** How long the access token holds, counted from `since`; absent where the issuer did not say. */
  readonly seconds?: number
  /** This computer's clock when the token came, in milliseconds. Only compared with itself: it may be a day off. */
  readonly since: number
}

export interface OpenId {
  /** The address at which a sign-in begins: in this window, or in one of its own. */
  readonly begin: (how: { readonly returnTo: string; readonly inWindow: boolean }) => Promise<string>
  /** Redeems the address that the issuer sent the browser back to. Throws where the sign-in was not completed. */
  readonly finish: (url: string) => Promise<{ readonly signIn: SignIn; readonly returnTo: string }>
  /** `refused`: the issuer wants the person again. `unreachable`: it gave no answer. */
  readonly renew: (signIn: SignIn) => Promise<SignIn | 'refused' | 'unreachable'>
  /** Gives the refresh token up; resolves with the address that ends the session at the issuer. */
  readonly end: (signIn: SignIn) => Promise<string>
}

/** Stands behind the `state` of a sign-in for which a window of its own was opened: "3f2a;window". */
export const windowMark = 'window'

const stateOf = (url: string): readonly (string | undefined)[] =>
  (new URL(url).searchParams.get('state') ?? '').split(';')

/** To which sign-in an address belongs, on the way out and on the way back; empty for none. */
export const signInIdOf = (url: string): string => stateOf(url)[0] ?? ''

export const isOfWindow = (url: string): boolean => stateOf(url)[1] === windowMark

/** An address inside the pages: what comes back from elsewhere leads nowhere else. */
export const insidePages = (returnTo: unknown): string =>
  typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo) && !returnTo.startsWith('/signed-in') ? returnTo : '/'
