/* The reporter's door on one machine: the built pages, and the sign-in page that their sessions come from. */
import { freePort } from './free-port.ts'
import { type Issuer, startIssuer } from './issuer.ts'
import { clientId, scope } from './issuer-configuration.ts'
import { builtPages } from './page-build.ts'
import { type Pages, pagesOf } from './pages.ts'
import type { CastMember } from './sign-in-page.ts'
import type { Tokens } from './tokens.ts'

export type Door = { readonly issuer: Issuer; readonly pages: Pages }

/**
 * Builds the pages where they have changed and starts the issuer.
 * @param port Of the pages; the issuer takes the next free one from `pick` (0: any).
 */
export const openDoor = async ({
  dataFolder,
  port,
  pick,
  tokens,
  ...options
}: {
  readonly dataFolder: string
  readonly port: number
  readonly pick: number
  readonly tokens: Tokens
  readonly cast?: (() => Promise<readonly CastMember[]>) | undefined
  readonly tokenSeconds?: number | undefined
  readonly quiet?: boolean | undefined
}): Promise<Door> => {
  const folder = await builtPages(options.quiet === true ? undefined : console.log)
  const issuer = await startIssuer({
    dataFolder,
    port: await freePort(pick),
    tokens,
    pages: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
    cast: async () => (await options.cast?.()) ?? [],
    tokenSeconds: options.tokenSeconds,
  })
  return { issuer, pages: pagesOf(folder, { issuer: issuer.url, clientId, scope }) }
}
