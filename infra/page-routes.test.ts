import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

/* As at the edge: the file by itself, no module around it. */
const source = readFileSync(join(import.meta.dirname, 'page-routes.js'), 'utf8')
const uriFor = (uri: string): unknown =>
  runInNewContext(`${source}; handler({ request: ${JSON.stringify({ uri, method: 'GET' })} }).uri`)

describe('the function at the edge', () => {
  it.each([
    '/',
    '/rounds/2019.1',
    '/rounds/haidong-2019/returns',
    '/rounds/haidong-2019/returns/',
    '/rounds/haidong-2019/review/630225',
    '/signed-in',
    '/apiary',
    '//evil.example/',
  ])('answers %s with the one page', (uri) => {
    expect(uriFor(uri)).toBe('/index.html')
  })

  it.each([
    '/rounds/haidong-2019/returns/630225',
    '/rounds/haidong-2019/returns/630225/check',
    '/rounds/2019.1/returns/630225',
    '/rounds/2019/returns/county.1',
    '/rounds/%E6%B5%B7/returns/1/',
  ])('answers %s with the page that begins to fetch a return', (uri) => {
    expect(uriFor(uri)).toBe('/return.html')
  })

  it.each(['/index.html', '/return.html', '/icon.svg', '/config.json', '/favicon.ico'])(
    'leaves the file %s as it is',
    (uri) => {
      expect(uriFor(uri)).toBe(uri)
    },
  )

  it.each(['/api', '/api/me', '/api/openapi.json'])('hides no answer of the API: %s', (uri) => {
    expect(uriFor(uri)).toBe(uri)
  })

  it('is small enough for the edge, which takes 10 kB', () => {
    expect(source.length).toBeLessThan(10_000)
  })
})
