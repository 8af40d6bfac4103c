import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageHeaders } from '../shared/page-headers.ts'
import { type HttpServer, startHttp } from './http.ts'
import { pagesOf } from './pages.ts'

const parent = mkdtempSync(join(tmpdir(), 'pages-'))
const config = { issuer: 'http://127.0.0.1:5998', clientId: 'huibao', scope: 'openid' }
const script = `console.log('${'汇报'.repeat(500)}')\n`
let server: HttpServer

beforeAll(async () => {
  writeFileSync(join(parent, 'secret.txt'), 'nobody reads this')
  mkdirSync(join(parent, 'web', 'assets'), { recursive: true })
  writeFileSync(join(parent, 'web', 'index.html'), '<!doctype html><p>汇报</p>')
  writeFileSync(join(parent, 'web', 'return.html'), '<!doctype html><p>报表</p>')
  writeFileSync(join(parent, 'web', 'assets', 'main-1a2b.js'), script)
  const pages = pagesOf(join(parent, 'web'), config)
  server = await startHttp({ port: 0, routes: [], invoke: async () => ({}), verify: async () => undefined, pages })
})
afterAll(async () => {
  await server.stop()
  rmSync(parent, { recursive: true, force: true })
})

/** A request whose path goes out as it is written: fetch would tidy it up first. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    request({ hostname, port, path, headers, method }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
      .on('error', reject)
      .end()
  })

describe('the pages on one machine', () => {
  it.each([
    ['/', '汇报'],
    ['/rounds/2019.1', '汇报'],
    ['/signed-in?code=x', '汇报'],
    ['/rounds/2019/returns/630223/table-3', '报表'],
  ])('answer %s with the page that the edge chooses', async (at, text) => {
    const { status, headers, body } = await raw(at)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body.toString()).toContain(text)
  })
  it.each(['/assets/main-0000.js', '/favicon.ico', '/report.pdf'])('say that the file %s is missing', async (at) => {
    expect((await raw(at)).status).toBe(404)
  })
  it.each(['/api/nothing', '/api', '/local/nothing'])('leave %s to the gateway', async (at) => {
    expect((await raw(at)).status).toBe(404)
  })
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets/%00main-1a2b.js',
    '/%',
  ])('give nothing away for %s', async (at) => {
    expect((await raw(at)).body.toString()).not.toContain('nobody reads this')
  })
  it('answer reading only', async () => {
    expect((await raw('/', {}, 'POST')).status).toBe(404)
  })
  it('answer HEAD without a body', async () => {
    const { status, body, headers } = await raw('/', {}, 'HEAD')
    expect([status, body.length, headers['content-length']]).toEqual([200, 0, '28'])
  })
  it('carry the headers that CloudFront sends', async () => {
    const issuerOrigin = config.issuer
    expect((await raw('/')).headers).toMatchObject(pageHeaders({ issuerOrigin, isAsset: false }))
    expect((await raw('/assets/main-1a2b.js')).headers).toMatchObject(pageHeaders({ issuerOrigin, isAsset: true }))
    expect((await raw('/assets/gone.js')).headers['cache-control']).toBe('no-cache')
  })
  it('say where to sign in', async () => {
    const { headers, body } = await raw('/config.json')
    expect(JSON.parse(body.toString())).toEqual(config)
    expect(headers['cache-control']).toBe('no-cache')
  })
  it('come compressed as the browser wants them', async () => {
    const file = '/assets/main-1a2b.js'
    const brotli = await raw(file, { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
    const gzip = await raw(file, { 'accept-encoding': 'gzip, br;q=0' })
    expect(gunzipSync(gzip.body).toString()).toBe(script)
    const plain = await raw(file)
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, script])
  })
  it('are not sent twice', async () => {
    const { headers } = await raw('/')
    const again = await raw('/', { 'if-none-match': String(headers['etag']) })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })
})
