import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageHeaders } from '../shared/page-headers.ts'
import { exampleTemplate, type Statement } from './example-template.ts'
import { issuerOriginOf } from './identity.ts'
import { settings } from './settings.ts'

const plain = exampleTemplate()
const withAddress = exampleTemplate({
  ...settings,
  address: { domain: 'huibao.haidong.example', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' },
})

interface Behaviour {
  readonly PathPattern?: string
  readonly AllowedMethods: readonly string[]
  readonly CachePolicyId: unknown
  readonly OriginRequestPolicyId?: unknown
  readonly ResponseHeadersPolicyId?: { readonly Ref: string }
  readonly ViewerProtocolPolicy: string
  readonly TargetOriginId: string
  readonly Compress: boolean
  readonly FunctionAssociations?: readonly unknown[]
}
interface DistributionProperties {
  readonly DistributionConfig: {
    readonly Aliases?: readonly string[]
    readonly DefaultCacheBehavior: Behaviour
    readonly CacheBehaviors: readonly Behaviour[]
    readonly CustomErrorResponses: readonly { readonly ErrorCode: number }[]
    readonly Origins: readonly { readonly Id: string; readonly DomainName: unknown }[]
    readonly ViewerCertificate?: unknown
  }
}
const configOf = ({ all }: typeof plain) => {
  const [distribution] = all<DistributionProperties>('AWS::CloudFront::Distribution').values()
  if (!distribution) throw new Error('There is no distribution.')
  return distribution.Properties.DistributionConfig
}
const config = configOf(plain)
const [assets, api] = config.CacheBehaviors
const [bucketId] = plain.all('AWS::S3::Bucket').keys()

describe('the bucket of the pages', () => {
  it('is private, encrypted and keeps what was replaced', () => {
    const [bucket] = plain.all('AWS::S3::Bucket').values()
    expect(bucket?.Properties).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: {} }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    })
  })

  it('is read by this distribution and nobody else, and never in the clear', () => {
    const [policy] = plain
      .all<{ PolicyDocument: { Statement: readonly (Statement & Record<string, unknown>)[] } }>('AWS::S3::BucketPolicy')
      .values()
    const statements = policy?.Properties.PolicyDocument.Statement ?? []
    const [distribution] = plain.all('AWS::CloudFront::Distribution').keys()
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
    const readers = statements.filter(({ Effect }) => Effect === 'Allow')
    expect(readers).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ])
    expect(JSON.stringify(readers)).toContain(`{"Ref":"${distribution}"}`)
  })

  it('is reached by origin access control', () => {
    const origin = config.Origins.find(({ Id }) => Id === config.DefaultCacheBehavior.TargetOriginId)
    expect(origin).toMatchObject({
      DomainName: { 'Fn::GetAtt': [bucketId, 'RegionalDomainName'] },
      OriginAccessControlId: expect.anything(),
    })
  })
})

describe('the API behind the pages’ origin', () => {
  const managed = {
    cachingDisabled: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    allButHost: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
  }

  it('gets every method, everything but the host name, and nothing of it is kept', () => {
    expect(api).toMatchObject({
      PathPattern: '/api/*',
      ViewerProtocolPolicy: 'https-only',
      CachePolicyId: managed.cachingDisabled,
      OriginRequestPolicyId: managed.allButHost,
    })
    expect(api?.AllowedMethods.toSorted()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])
  })

  it('is the HTTP API, over TLS', () => {
    const [apiId] = plain.all('AWS::ApiGatewayV2::Api').keys()
    const origin = config.Origins.find(({ Id }) => Id === api?.TargetOriginId)
    expect(JSON.stringify(origin?.DomainName)).toContain(`"Fn::GetAtt":["${apiId}","ApiEndpoint"]`)
    expect(origin).toMatchObject({ CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } })
  })

  it('has its own words for an error, and each caller gets their own', () => {
    const codes = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]
    expect(config.CustomErrorResponses).toEqual(codes.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })))
  })

  it('meets no function of the pages on the way', () => {
    expect(api?.FunctionAssociations).toBeUndefined()
    expect(assets?.FunctionAssociations).toBeUndefined()
  })
})

describe('the pages', () => {
  const files = [config.DefaultCacheBehavior, assets]

  it('are rewritten by the code of page-routes.js', () => {
    const [[id, edge] = []] = plain.all<{ FunctionCode: string; FunctionConfig: unknown }>('AWS::CloudFront::Function')
    expect(edge?.Properties.FunctionCode).toBe(readFileSync(join(import.meta.dirname, 'page-routes.js'), 'utf8'))
    expect(edge?.Properties.FunctionConfig).toMatchObject({ Runtime: 'cloudfront-js-2.0' })
    expect(config.DefaultCacheBehavior.FunctionAssociations).toEqual([
      { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [id, 'FunctionARN'] } },
    ])
  })

  it('come over TLS only, packed', () => {
    for (const behaviour of files)
      expect(behaviour).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https', Compress: true })
    const [policy] = plain.all('AWS::CloudFront::CachePolicy').values()
    expect(policy?.Properties).toMatchObject({
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: {
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
        },
      },
    })
  })

  interface Security {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string; readonly Override: boolean }
    readonly ContentTypeOptions: { readonly Override: boolean }
    readonly ReferrerPolicy: { readonly ReferrerPolicy: string; readonly Override: boolean }
    readonly StrictTransportSecurity: {
      readonly AccessControlMaxAgeSec: number
      readonly IncludeSubdomains: boolean
      readonly Preload: boolean
    }
  }
  interface HeadersProperties {
    readonly ResponseHeadersPolicyConfig: {
      readonly CustomHeadersConfig: { readonly Items: readonly { readonly Header: string; readonly Value: string }[] }
      readonly SecurityHeadersConfig: Security
    }
  }
  const policies = plain.all<HeadersProperties>('AWS::CloudFront::ResponseHeadersPolicy')

  /* What CloudFront will send. */
  const sent = () => {
    const [policy] = policies.values()
    if (!policy) throw new Error('There are no headers.')
    const { CustomHeadersConfig, SecurityHeadersConfig: s } = policy.Properties.ResponseHeadersPolicyConfig
    const { AccessControlMaxAgeSec, IncludeSubdomains, Preload } = s.StrictTransportSecurity
    const transport = [`max-age=${AccessControlMaxAgeSec}`, ...(IncludeSubdomains ? ['includeSubDomains'] : [])]
    expect(Object.keys(s)).toHaveLength(4)
    expect(Preload).toBe(false)
    return {
      ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
      'content-security-policy': s.ContentSecurityPolicy.ContentSecurityPolicy,
      'referrer-policy': s.ReferrerPolicy.ReferrerPolicy,
      'strict-transport-security': transport.join('; '),
      'x-content-type-options': 'nosniff',
    }
  }

  interface UploadProperties {
    readonly DestinationBucketKeyPrefix?: string
    readonly SystemMetadata: { readonly 'cache-control': string }
    readonly Prune: boolean
    readonly SourceMarkers?: readonly unknown[]
  }
  const uploads = [...plain.all<UploadProperties>('Custom::CDKBucketDeployment')]
  const upload = (prefix: string | undefined) =>
    uploads.find(([, { Properties }]) => Properties.DestinationBucketKeyPrefix === prefix)

  it.each([true, false])('carry the headers that the local server sends; assets: %s', (isAsset) => {
    const kept = upload(isAsset ? 'assets' : undefined)?.[1].Properties.SystemMetadata['cache-control']
    expect({ ...sent(), 'cache-control': kept }).toEqual(
      pageHeaders({ issuerOrigin: issuerOriginOf(settings), isAsset }),
    )
    const [id] = policies.keys()
    for (const behaviour of files) expect(behaviour?.ResponseHeadersPolicyId?.Ref).toBe(id)
  })

  it('are replaced after their assets, and old assets stay for pages that are open', () => {
    const others = plain.all<UploadProperties>('Custom::CDKBucketDeployment').get(upload(undefined)?.[0] ?? '')
    expect(JSON.stringify(others)).toContain(`"${upload('assets')?.[0]}"`)
    for (const [, { Properties }] of uploads) expect(Properties.Prune).toBe(false)
  })

  it('are told who signs people in', () => {
    const told = JSON.stringify(upload(undefined)?.[1].Properties.SourceMarkers)
    const [pool] = plain.all('AWS::Cognito::UserPool').keys()
    const [client] = plain.all('AWS::Cognito::UserPoolClient').keys()
    expect(told).toContain(`{"Fn::GetAtt":["${pool}","ProviderURL"]}`)
    expect(told).toContain(`{"Ref":"${client}"}`)
  })
})

describe('the address of the pages', () => {
  const pagesOf = (template: typeof plain) =>
    template.lambda('remind').properties.Environment?.Variables['HUIBAO_PAGES']

  it('is the distribution’s own name, which letters link to', () => {
    const [id] = plain.all('AWS::CloudFront::Distribution').keys()
    expect(pagesOf(plain)).toEqual({ 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [id, 'DomainName'] }]] })
    expect(config.Aliases).toBeUndefined()
  })

  it('is the office’s, with its certificate and TLS 1.2 at least, where the settings say so', () => {
    expect(pagesOf(withAddress)).toBe('https://huibao.haidong.example')
    expect(configOf(withAddress)).toMatchObject({
      Aliases: ['huibao.haidong.example'],
      ViewerCertificate: {
        AcmCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    })
  })
})
