/* How the sign-in stand-in is set up: one public client, no consent, tokens for the API as JWT. */
import { createHash } from 'node:crypto'
import type { AccountClaims, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { type CastMember, signInFailedPage, signOutPage } from './sign-in-page.ts'
import { audience, type Tokens } from './tokens.ts'

export const clientId = 'huibao'
export const scope = 'openid email profile'
const resource = 'urn:huibao:api'
const daySeconds = 86_400

export type IssuerOptions = {
  readonly dataFolder: string
  readonly port: number
  readonly tokens: Tokens
  /** Origins from which the pages are served; the first is where people are sent back to. */
  readonly pages: readonly string[]
  readonly cast: () => Promise<readonly CastMember[]>
  /** How long an access token holds; default an hour. */
  readonly tokenSeconds?: number | undefined
}

// The pages are the office's own: nobody is asked whether they may know who signs in.
const grantOf = async ({ oidc }: KoaContextWithOIDC) => {
  const { client, session, provider } = oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const known = session.grantIdFor(client.clientId)
  const found = known === undefined ? undefined : await provider.Grant.find(known)
  if (found !== undefined) return found
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(scope)
  await grant.save()
  return grant
}

/** The provider's configuration. `epoch` goes up whenever all sign-ins are ended. */
export const configurationOf = (
  options: IssuerOptions,
  adapter: NonNullable<Configuration['adapter']>,
  epoch: () => number,
): Configuration => {
  const { key } = options.tokens
  const nameOf = async (email: string): Promise<string> =>
    (await options.cast()).find((each) => each.email === email)?.name ?? email
  return {
    adapter,
    jwks: { keys: [key] },
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: options.pages.map((origin) => `${origin}/signed-in`),
        post_logout_redirect_uris: options.pages.map((origin) => `${origin}/`),
        id_token_signed_response_alg: 'ES256',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // The pages read the name from the ID token, as they do on AWS.
    conformIdTokenClaims: false,
    findAccount: async (_, email) => ({
      accountId: email,
      claims: async (): Promise<AccountClaims> => ({
        sub: email,
        email,
        email_verified: true,
        name: await nameOf(email),
      }),
    }),
    // Without the address, as the user pool's: the API asks for it at the first sign-in.
    extraTokenClaims: (_, token) => ('accountId' in token ? { token_use: 'access', epoch: epoch() } : {}),
    pkce: { required: () => true },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    expiresWithSession: async () => false,
    loadExistingGrant: grantOf,
    clientBasedCORS: (_, origin) => options.pages.includes(origin),
    interactions: { url: (_, interaction) => `/sign-in/${interaction.uid}` },
    cookies: { keys: [createHash('sha256').update(`cookies ${key.d}`).digest('hex')] },
    ttl: {
      AccessToken: options.tokenSeconds ?? 3600,
      AuthorizationCode: 60,
      Grant: 30 * daySeconds,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 30 * daySeconds,
      Session: 30 * daySeconds,
    },
    renderError: (context, out) => {
      context.type = 'html'
      context.body = signInFailedPage(options.pages[0] ?? '', `${out.error}: ${out.error_description ?? ''}`)
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: async (_, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form)
        },
        postLogoutSuccessSource: (context) => context.redirect(options.pages[0] ?? '/'),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: options.tokenSeconds ?? 3600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  }
}
