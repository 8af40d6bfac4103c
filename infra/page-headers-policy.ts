/*
 * The headers of shared/page-headers.ts as CloudFront wants them: those that it knows under names of its own, the rest
 * as they are. `cache-control` is not among them: it stands on the objects in the bucket, so that the edge and the
 * browser read the same.
 */
import { Duration } from 'aws-cdk-lib'
import {
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { pageHeaders } from '../shared/page-headers.ts'

const override = true
type Known = (value: string) => ResponseSecurityHeadersBehavior

const transport: Known = (value) => ({
  strictTransportSecurity: {
    accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(value)?.[1])),
    includeSubdomains: value.includes('includeSubDomains'),
    preload: value.includes('preload'),
    override,
  },
})

const referrer: Known = (value) => {
  const referrerPolicy = Object.values(HeadersReferrerPolicy).find((policy) => policy === value)
  if (referrerPolicy === undefined) throw new Error(`CloudFront knows no referrer policy ${value}.`)
  return { referrerPolicy: { referrerPolicy, override } }
}

const known: Readonly<Record<string, Known>> = {
  'content-security-policy': (contentSecurityPolicy) => ({
    contentSecurityPolicy: { contentSecurityPolicy, override },
  }),
  'referrer-policy': referrer,
  'strict-transport-security': transport,
  'x-content-type-options': () => ({ contentTypeOptions: { override } }),
}

/** The policy that the pages and their files are answered with; `issuerOrigin` as in pageHeaders. */
export const pageHeadersPolicyOf = (scope: Construct, issuerOrigin: string): ResponseHeadersPolicy => {
  const headers = Object.entries(pageHeaders({ issuerOrigin, isAsset: false })).filter(
    ([name]) => name !== 'cache-control',
  )
  const named = headers.map(([name, value]) => known[name]?.(value) ?? {})
  return new ResponseHeadersPolicy(scope, 'Headers', {
    comment: 'shared/page-headers.ts',
    securityHeadersBehavior: Object.assign({}, ...named),
    customHeadersBehavior: {
      customHeaders: headers
        .filter(([name]) => known[name] === undefined)
        .map(([header, value]) => ({ header, value, override })),
    },
  })
}
