/*
 * OpenID Connect, by a library that is loaded only when somebody signs in, renews or signs out. Neither the ID token's
 * times nor the computer's clock decide anything: whether a token holds is for the API to say.
 */
import {
  ErrorResponse,
  InMemoryWebStorage,
  OidcClient,
  type SigninResponse,
  WebStorageStateStore,
} from 'oidc-client-ts'
import { insidePages, type OpenId, type SignIn, windowMark } from './sign-in.ts'

interface Config {
  readonly issuer: string
  readonly clientId: string
  readonly scope: string
}

const waitSeconds = 20

const configOf = async (): Promise<Config> => {
  const answer = await fetch('/config.json', { cache: 'no-store' })
  if (!answer.ok) throw new Error(`/config.json answered ${answer.status}`)
  return answer.json()
}

const claim = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const signInOf = (response: SigninResponse, now: number, before?: SignIn): SignIn => {
  const { profile } = response
  const refreshToken = response.refresh_token ?? before?.refreshToken
  const idToken = response.id_token ?? before?.idToken
  const name = claim(profile.name) ?? before?.name
  const email = claim(profile.email) ?? before?.email
  return {
    accessToken: response.access_token,
    subject: profile.sub,
    since: now,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(idToken === undefined ? {} : { idToken }),
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(response.expires_in === undefined ? {} : { seconds: response.expires_in }),
  }
}

const passing = new Set(['server_error', 'temporarily_unavailable', 'slow_down'])
const isRefusal = (error: unknown): boolean => error instanceof ErrorResponse && !passing.has(error.error ?? '')

/** The profile that the library wants to see where the answer brings no new ID token. */
const profileOf = ({ subject }: SignIn) => ({ sub: subject, iss: '', aud: '', exp: 0, iat: 0 })

const renewBy = async (
  client: OidcClient,
  scope: string,
  signIn: SignIn,
): Promise<SignIn | 'refused' | 'unreachable'> => {
  const { refreshToken } = signIn
  if (refreshToken === undefined) return 'refused'
  try {
    const state = { refresh_token: refreshToken, session_state: null, scope, profile: profileOf(signIn) }
    const response = await client.useRefreshToken({ state, timeoutInSeconds: waitSeconds })
    const renewed = signInOf(response, Date.now(), signIn)
    return renewed.subject === signIn.subject ? renewed : 'refused'
  } catch (error) {
    return isRefusal(error) ? 'refused' : 'unreachable'
  }
}

const endBy = async (client: OidcClient, origin: string, { refreshToken, idToken }: SignIn): Promise<string> => {
  /* An issuer that cannot revoke, or cannot be reached: its session is ended below all the same. */
  if (refreshToken !== undefined) await client.revokeToken(refreshToken, 'refresh_token').catch(() => undefined)
  const { url } = await client.createSignoutRequest({
    ...(idToken === undefined ? {} : { id_token_hint: idToken }),
    client_id: client.settings.client_id,
    post_logout_redirect_uri: `${origin}/`,
    /* The name that Cognito has for the same thing. */
    extraQueryParams: { logout_uri: `${origin}/` },
  })
  return url
}

/**
 * The issuer of this installation, as /config.json names it.
 * @param storage Where a sign-in that is under way is noted; undefined: in this page only.
 */
export const openIdOf = async (storage: Storage | undefined): Promise<OpenId> => {
  const { issuer, clientId, scope } = await configOf()
  const { origin } = window.location
  const client = new OidcClient({
    authority: issuer,
    client_id: clientId,
    scope,
    redirect_uri: `${origin}/signed-in`,
    response_type: 'code',
    requestTimeoutInSeconds: waitSeconds,
    stateStore: new WebStorageStateStore({ store: storage ?? new InMemoryWebStorage(), prefix: 'huibao.sign-in.' }),
  })
  return {
    begin: async ({ returnTo, inWindow }) => {
      const request = await client.createSigninRequest({
        state: { returnTo },
        ...(inWindow ? { url_state: windowMark } : {}),
      })
      return request.url
    },
    finish: async (url) => {
      const response = await client.processSigninResponse(url)
      const { userState } = response
      const returnTo =
        typeof userState === 'object' && userState !== null && 'returnTo' in userState ? userState.returnTo : undefined
      return { signIn: signInOf(response, Date.now()), returnTo: insidePages(returnTo) }
    },
    renew: (signIn) => renewBy(client, scope, signIn),
    end: (signIn) => endBy(client, origin, signIn),
  }
}
