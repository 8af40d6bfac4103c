/*
 * What a browser fetches from an address in a letter to the open page: empty cache, signed in before. Counted are the scripts and styles, each gzipped anew at level 9.
 */
import { gzipSync } from 'node:zlib'
import type { OpenOffice } from './open-office.ts'

export interface Fetched {
  readonly file: string
  readonly bytes: number
}

export interface PageWeight {
  /** Scripts and styles. */
  readonly files: readonly Fetched[]
  /** Everything else from the same server: the page, the icon, answers of the API. */
  readonly rest: readonly string[]
  /** Addresses on other hosts. */
  readonly elsewhere: readonly string[]
}

const isCounted = (type: string): boolean => /^(text|application)\/(javascript|css)\b/.test(type)

export const measurePageWeight = async (
  office: OpenOffice,
  /** The address, what is there once the page is open, and whose page it is. */
  { url, open, email }: { readonly url: string; readonly open: string; readonly email?: string },
): Promise<PageWeight> => {
  const page = await office.signedIn(`${office.system.url}/`, email)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.clearBrowserCache')
  const files: Promise<Fetched>[] = []
  const rest: string[] = []
  const elsewhere: string[] = []
  page.on('response', (answer) => {
    const url = new URL(answer.url())
    if (url.protocol === 'data:') return
    if (url.origin !== new URL(office.system.url).origin) elsewhere.push(url.href)
    else if (!isCounted(answer.headers()['content-type'] ?? '')) rest.push(url.pathname)
    else files.push(answer.body().then((body) => ({ file: url.pathname, bytes: gzipSync(body, { level: 9 }).length })))
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator(open).first().waitFor()
  await page.waitForTimeout(1000)
  const fetched = await Promise.all(files)
  await page.context().close()
  if (fetched.length === 0) throw new Error('the page fetched no script')
  return { files: fetched.toSorted((a, b) => b.bytes - a.bytes), rest, elsewhere }
}
