/*
 * The sign-in stand-in: an OpenID provider of its own on its own port, where AWS has a user pool. Authorization code
 * with PKCE, a public client, refresh tokens that are replaced at each use, access tokens for the API as JWT. Times
 * run by the machine's clock. Local only: nothing of it is in the AWS stack.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { configurationOf, type IssuerOptions } from './issuer-configuration.ts'
import { openIssuerStore } from './issuer-store.ts'
import { signInCss, signInFailedPage, signInPage, signOutScript } from './sign-in-page.ts'
import type { Claims } from './tokens.ts'

export type Issuer = {
  readonly url: string
  /** The claims of an access token of either kind that still holds. */
  readonly verify: (token: string) => Promise<Claims | undefined>
  /** Ends every sign-in made on the page, at once: the next request of each is answered 401, and no renewal helps. */
  readonly expire: () => void
  readonly stop: () => Promise<void>
}

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let body = ''
  for await (const chunk of request) if (body.length < 10_000) body += String(chunk)
  return new URLSearchParams(body)
}

const answer = (response: ServerResponse, type: string, body: string, status = 200): void => {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
  response.end(body)
}

/** Starts the issuer on `port` of 127.0.0.1. What it remembers is in the data folder and outlives a restart. */
export const startIssuer = async (options: IssuerOptions): Promise<Issuer> => {
  const url = `http://127.0.0.1:${options.port}`
  const store = openIssuerStore(options.dataFolder)
  let epoch = 0
  const provider = new Provider(
    url,
    configurationOf(options, store.adapter, () => epoch),
  )
  const goOn = provider.callback()
  const policy = `default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${options.pages.join(' ')}`
  const verify = async (token: string): Promise<Claims | undefined> => {
    const claims = await options.tokens.verify(token)
    return claims === undefined || Number(claims['epoch'] ?? epoch) < epoch ? undefined : claims
  }
  const signIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const { uid } = await provider.interactionDetails(request, response)
      if (request.method !== 'POST')
        return answer(response, 'text/html', signInPage(`/sign-in/${uid}`, await options.cast()))
      const email = (await formOf(request)).get('email')?.trim().toLowerCase() ?? ''
      if (email === '') return answer(response, 'text/html', signInPage(`/sign-in/${uid}`, await options.cast()), 400)
      await provider.interactionFinished(request, response, { login: { accountId: email } })
    } catch (error) {
      answer(response, 'text/html', signInFailedPage(options.pages[0] ?? '', String(error)), 400)
    }
  }
  /* The library's own user information refuses tokens that are meant for an API; the user pool's does not. */
  const userInfo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const claims = await verify(/^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '')
    if (claims === undefined) return answer(response, 'application/json', '{"error":"invalid_token"}', 401)
    const { sub } = claims
    answer(response, 'application/json', JSON.stringify({ sub, email: sub, email_verified: true }))
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', url)
    response.setHeader('content-security-policy', policy)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'same-origin')
    const work = (): Promise<void> => {
      if (pathname.startsWith('/sign-in/')) return signIn(request, response)
      if (pathname === '/me') return userInfo(request, response)
      return goOn(request, response)
    }
    if (pathname === '/sign-in.css') answer(response, 'text/css', signInCss)
    else if (pathname === '/sign-out.js') answer(response, 'text/javascript', signOutScript)
    else if (pathname === '/') response.writeHead(302, { location: options.pages[0] ?? '' }).end()
    else
      work().catch((error: unknown) => {
        console.error(error)
        response.destroy()
      })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve))
  return {
    url,
    verify,
    expire: () => {
      epoch += 1
      store.forget()
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
