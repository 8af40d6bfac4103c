import { describe, expect, it } from 'vitest'
import { pageHeaders } from './page-headers.ts'

const of = (isAsset: boolean) => pageHeaders({ issuerOrigin: 'https://sign-in.example.cn', isAsset })
const policy = (of(false)['content-security-policy'] ?? '').split('; ')

describe('the headers of a page', () => {
  it('allow nothing written inside the page and nothing evaluated', () => {
    expect(policy).toContain("default-src 'none'")
    expect(policy.join()).not.toMatch(/unsafe|\*|https:(?!\/\/sign-in)/)
  })
  it('let the page call its own origin and the issuer of sign-ins', () => {
    expect(policy).toContain("connect-src 'self' https://sign-in.example.cn")
  })
  it('let nobody frame the page', () => {
    expect(policy).toContain("frame-ancestors 'none'")
  })
  it('keep a hashed file for a year, and ask for anything else each time', () => {
    expect(of(true)['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(of(false)['cache-control']).toBe('no-cache')
  })
})
