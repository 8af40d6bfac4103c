/*
 * What lies in the bucket. Assets first, and old ones stay: whoever opened the page before a deploy still finds the
 * parts that it loads later. Then the page that names them, and what it must know of this installation.
 */
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { pageHeaders } from '../shared/page-headers.ts'
import { acknowledge } from './acknowledge.ts'
import type { Pages } from './pages.ts'
import type { Settings } from './settings.ts'

/** What the pages ask of their installation: /config.json, open to everybody. */
export interface PageConfig {
  readonly issuer: string
  readonly clientId: string
  readonly scope: string
}

interface Upload {
  readonly bucket: IBucket
  readonly pages: Pages
  readonly config: PageConfig
  readonly settings: Pick<Settings, 'logDays'>
}

/* The issuer plays no part in how long a file is kept. */
const keptFor = (isAsset: boolean) =>
  CacheControl.fromString(pageHeaders({ issuerOrigin: '', isAsset })['cache-control'] ?? '')

export const uploadsOf = (scope: Construct, { bucket, pages, config, settings }: Upload): void => {
  const logGroup = new LogGroup(scope, 'Log', { retention: settings.logDays, removalPolicy: RemovalPolicy.DESTROY })
  const common = { destinationBucket: bucket, prune: false, retainOnDelete: true, memoryLimit: 256, logGroup }
  const assets = new BucketDeployment(scope, 'Assets', {
    ...common,
    sources: [pages.assets],
    destinationKeyPrefix: 'assets',
    cacheControl: [keptFor(true)],
  })
  const others = new BucketDeployment(scope, 'Others', {
    ...common,
    sources: [pages.others, Source.jsonData('config.json', config)],
    cacheControl: [keptFor(false)],
  })
  others.node.addDependency(assets)
  acknowledgeCopier(Stack.of(scope), bucket)
}

const reason =
  'The CDK’s own copier of files: runs at a deploy only, reads the assets of the deploy and writes the bucket of pages.'

/* Each finding by its own name, so that a permission more is a finding again. */
const findingsOf = (stack: Stack, bucket: IBucket): readonly string[] => {
  const actions = ['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*'].map((name) => `Action::s3:${name}`)
  const own = bucket.node.defaultChild
  const pages = own instanceof CfnBucket ? stack.getLogicalId(own) : ''
  const qualifier = stack.synthesizer.bootstrapQualifier ?? ''
  const assets = `arn:${stack.partition}:s3:::cdk-${qualifier}-assets-<AWS::AccountId>-${stack.region}/*`
  return [
    'L1',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...[...actions, `Resource::<${pages}.Arn>/*`, `Resource::${assets}`].map((what) => `IAM5[${what}]`),
  ]
}

const acknowledgeCopier = (stack: Stack, bucket: IBucket): void => {
  for (const copier of stack.node.children.filter(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment')))
    for (const finding of findingsOf(stack, bucket)) acknowledge(copier, `AwsSolutions-${finding}`, reason)
}
