/*
 * The pages from the API's own origin, as CloudFront serves them: the same headers, page routes answered with the one
 * page, hashed files kept for good. Files are read once, by the names found in the folder: whatever a path says, it
 * leads to one of them or to nothing.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { Script } from 'node:vm'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { pageHeaders } from '../shared/page-headers.ts'
import { type Answer, gatewayAnswer } from './http-event.ts'

export type Pages = {
  /** The answer to a request, or undefined for one that is not for the pages. */
  readonly answer: (method: string, path: string, headers: IncomingHttpHeaders) => Answer | undefined
}

type Encoding = 'br' | 'gzip' | 'identity'
type PageFile = {
  readonly type: string
  readonly etag: string
  readonly isAsset: boolean
  readonly body: (encoding: Encoding) => Buffer
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}
const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt'])

const compress = (raw: Buffer, encoding: Encoding): Buffer => {
  if (encoding === 'br') return brotliCompressSync(raw)
  return encoding === 'gzip' ? gzipSync(raw) : raw
}

const fileOf = (path: string, raw: Buffer): PageFile => {
  const bodies = new Map<Encoding, Buffer>()
  const extension = extname(path)
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`,
    isAsset: isAssetPath(path),
    body: (asked) => {
      const encoding = compressible.has(extension) ? asked : 'identity'
      const body = bodies.get(encoding) ?? compress(raw, encoding)
      bodies.set(encoding, body)
      return body
    },
  }
}

const filesOf = (folder: string): Map<string, PageFile> => {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    found.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = `/${relative(folder, file).split(sep).join('/')}`
      return [path, fileOf(path, readFileSync(file))]
    }),
  )
}

const encodingOf = (accepted: string, { type }: PageFile): Encoding => {
  if (!/^(text\/|application\/json|image\/svg)/.test(type)) return 'identity'
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? 'gzip' : 'identity'
}

/* The function of the edge itself says which file answers a page's address. /assets/ never comes to it there. */
const edge = new Script(
  `${readFileSync(new URL('../infra/page-routes.js', import.meta.url), 'utf8')}; handler({ request: { uri } }).uri`,
)
const isAssetPath = (path: string): boolean => path.startsWith('/assets/')
const fileAt = (path: string): string => (isAssetPath(path) ? path : String(edge.runInNewContext({ uri: path })))
const isElsewhere = (path: string): boolean => /^\/(api|local)(\/|$)/.test(path)

/**
 * The pages of a built folder.
 * @param config What the pages ask of this installation: served as /config.json.
 */
export const pagesOf = (
  folder: string,
  config: { readonly issuer: string; readonly clientId: string; readonly scope: string },
): Pages => {
  const files = filesOf(folder)
  files.set('/config.json', fileOf('/config.json', Buffer.from(JSON.stringify(config))))
  const issuerOrigin = new URL(config.issuer).origin
  return {
    answer: (method, path, headers) => {
      if ((method !== 'GET' && method !== 'HEAD') || isElsewhere(path)) return undefined
      const file = files.get(fileAt(path))
      if (file === undefined) return { ...gatewayAnswer(404, 'Not Found'), headers: missing(issuerOrigin) }
      const { isAsset, etag, type } = file
      const encoding = encodingOf(headers['accept-encoding'] ?? '', file)
      const common = { ...pageHeaders({ issuerOrigin, isAsset }), etag, vary: 'accept-encoding' }
      if (headers['if-none-match']?.includes(etag) === true)
        return { status: 304, headers: common, cookies: [], body: Buffer.alloc(0) }
      const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
      const body = file.body(encoding)
      return { status: 200, headers: { ...common, 'content-type': type, ...encoded }, cookies: [], body }
    },
  }
}

const missing = (issuerOrigin: string): Readonly<Record<string, string>> => ({
  ...pageHeaders({ issuerOrigin, isAsset: false }),
  'content-type': 'application/json',
})
