/*
 * For the tests of this folder: the template as CloudFormation would get it, made with the settings as they come and
 * with a stub in place of every bundle. Read as plain data, so that a test says what stands there and not how the CDK
 * was asked for it.
 */

import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { FunctionName } from '../functions/manifest.ts'
import { featureFlags } from './feature-flags.ts'
import type { Pages } from './pages.ts'
import { type Settings, settings } from './settings.ts'
import { huibaoStack } from './stack.ts'

export const stubBundle = (): Code => Code.fromInline('export const handler = () => {}')

export const stubPages = (): Pages => ({
  assets: Source.data('page-0.js', ''),
  others: Source.data('index.html', '<!doctype html>'),
})

export interface Statement {
  readonly Sid?: string
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition?: unknown
}

interface Resource<P> {
  readonly Type: string
  readonly Properties: P
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

export interface LambdaProperties {
  readonly Runtime: string
  readonly Architectures: readonly string[]
  readonly MemorySize: number
  readonly Timeout: number
  readonly Description: string
  readonly Role: Attribute
  readonly LoggingConfig: { readonly LogGroup: Reference }
  readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> }
}

export interface RoleProperties {
  readonly ManagedPolicyArns?: readonly unknown[]
  readonly Policies: readonly { readonly PolicyDocument: { readonly Statement: readonly Statement[] } }[]
}

export interface Reference {
  readonly Ref: string
}
export interface Attribute {
  readonly 'Fn::GetAtt': readonly [string, string]
}

export interface ExampleTemplate {
  /** Every resource of a CloudFormation type, by logical id. */
  readonly all: <P>(type: string) => ReadonlyMap<string, Resource<P>>
  /** Logical id and properties of a function of the manifest. */
  readonly lambda: (name: FunctionName) => { readonly id: string; readonly properties: LambdaProperties }
  /** Statements of the role of a function, all its policies together. */
  readonly statements: (name: FunctionName) => readonly Statement[]
}

/** Synthesises the whole stack, unchecked (checked-app.test.ts does that). Takes a second: once per test file. */
export const exampleTemplate = (given: Settings = settings): ExampleTemplate => {
  const app = new App({ context: featureFlags(), analyticsReporting: false, builtinCloudFormationValidation: false })
  const stack = huibaoStack(app, { settings: given, code: stubBundle, files: stubPages() })
  const { Resources }: { readonly Resources: Record<string, unknown> } = JSON.parse(
    JSON.stringify(Template.fromStack(stack).toJSON()),
  )
  const all = <P>(type: string): ReadonlyMap<string, Resource<P>> =>
    new Map(Object.entries(Resources).filter(isOfType<P>(type)))
  const lambda = (name: FunctionName) => {
    const found = [...all<LambdaProperties>('AWS::Lambda::Function')].find(
      ([, { Properties }]) => Properties.Environment?.Variables['POWERTOOLS_SERVICE_NAME'] === name,
    )
    if (!found) throw new Error(`No function ${name} in the template.`)
    return { id: found[0], properties: found[1].Properties }
  }
  const statements = (name: FunctionName) => {
    const role = all<RoleProperties>('AWS::IAM::Role').get(lambda(name).properties.Role['Fn::GetAtt'][0])
    return role?.Properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement) ?? []
  }
  return { all, lambda, statements }
}

const isOfType =
  <P>(type: string) =>
  (entry: [string, unknown]): entry is [string, Resource<P>] => {
    const resource = entry[1]
    return typeof resource === 'object' && resource !== null && 'Type' in resource && resource.Type === type
  }
