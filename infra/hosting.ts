/*
 * One origin for the pages and the API: CloudFront in front of a private bucket and, under /api/*, of the HTTP API. So
 * there is no CORS, and the pages' content security policy can say 'self'. Nothing of the API is kept at the edge, not
 * even an error. Decision 0021.
 */
import { Duration, Fn, RemovalPolicy } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { pageHeadersPolicyOf } from './page-headers-policy.ts'
import type { Settings } from './settings.ts'

export interface Hosting {
  readonly bucket: IBucket
  /** Where people open Huibao: scheme and host, no slash at the end. */
  readonly url: string
  /** The distribution's own name: where the office's domain must point to. */
  readonly edge: string
}

/** The bucket and the distribution; `issuerOrigin` as in pageHeaders. What lies in the bucket: uploads.ts. */
export const hostingOf = (
  scope: Construct,
  { api, issuerOrigin, settings }: { api: HttpApi; issuerOrigin: string; settings: Pick<Settings, 'address'> },
): Hosting => {
  const bucket = bucketOf(scope)
  const { address } = settings
  const pageRoutes = new EdgeFunction(scope, 'PageRoutes', {
    code: FunctionCode.fromFile({ filePath: `${import.meta.dirname}/page-routes.js` }),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'Page routes to /index.html and /return.html',
  })
  const files: BehaviorOptions = {
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    cachePolicy: cachePolicyOf(scope),
    responseHeadersPolicy: pageHeadersPolicyOf(scope, issuerOrigin),
    compress: true,
  }
  const distribution = new Distribution(scope, 'Distribution', {
    comment: 'Huibao: the pages, and the API under /api',
    defaultRootObject: 'index.html',
    defaultBehavior: {
      ...files,
      functionAssociations: [{ function: pageRoutes, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: { '/assets/*': files, '/api/*': apiBehaviour(api) },
    errorResponses: neverKept,
    httpVersion: HttpVersion.HTTP2_AND_3,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    ...(address
      ? {
          domainNames: [address.domain],
          certificate: Certificate.fromCertificateArn(scope, 'Certificate', address.certificateArn),
        }
      : {}),
  })
  acknowledgeOn(distribution, address !== undefined)
  const edge = distribution.distributionDomainName
  return { bucket, url: `https://${address?.domain ?? edge}`, edge }
}

const bucketOf = (scope: Construct): IBucket => {
  const bucket = new Bucket(scope, 'Files', {
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    lifecycleRules: [
      { noncurrentVersionExpiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  })
  acknowledge(
    bucket,
    'AwsSolutions-S1',
    'It holds the built pages and nothing of the office; only CloudFront reads it.',
  )
  if (!isWhole(bucket)) throw new Error('The bucket is served as a website of its own; see hosting.ts.')
  return bucket
}

/* The class declares as possibly undefined what its interface may only leave out. */
const isWhole = (bucket: Bucket): bucket is Bucket & IBucket => bucket.isWebsite !== true

/* As long as the objects say, not longer: a year for what has a hash in its name, asked for anew for the rest. */
const cachePolicyOf = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'AsTheFilesSay', {
    comment: 'As long as cache-control of the object says',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  })

const apiBehaviour = (api: HttpApi): BehaviorOptions => ({
  origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
  /* A token that came in the clear is refused, not sent on. */
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
})

/*
 * CloudFront keeps an error for ten seconds by path alone, whoever asked and with caching switched off: a 404 for one
 * would be a 404 for all. No page is put in an answer's place, so that the API's own words reach the browser.
 */
const neverKept = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}))

const acknowledgeOn = (distribution: Distribution, hasCertificate: boolean): void => {
  acknowledge(distribution, 'AwsSolutions-CFR1', 'An office decides by itself from where its people work.')
  acknowledge(
    distribution,
    'AwsSolutions-CFR2',
    'The API behind it has a request rate of its own and asks for a sign-in; docs/threat-model.md.',
  )
  acknowledge(
    distribution,
    'AwsSolutions-CFR3',
    'The API logs every request; who loads static files from which address is personal data that nobody needs.',
  )
  if (!hasCertificate) {
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      'Without a domain of the office the distribution’s own certificate serves, which CloudFront ties to its own rule; with settings.address it is TLS 1.2 at least.',
    )
  }
}
