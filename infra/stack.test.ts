import { describe, expect, it } from 'vitest'
import { type FunctionSpec, functionNames, functions } from '../functions/manifest.ts'
import { exampleTemplate, type LambdaProperties, type Reference, type RoleProperties } from './example-template.ts'
import { settings } from './settings.ts'

const { all, lambda, statements } = exampleTemplate()
const specs: readonly (readonly [(typeof functionNames)[number], FunctionSpec])[] = functionNames.map((name) => [
  name,
  functions[name],
])

describe('the functions', () => {
  it('are those of the manifest and no others', () => {
    const named = [...all<LambdaProperties>('AWS::Lambda::Function').values()].map(
      ({ Properties }) => Properties.Environment?.Variables['POWERTOOLS_SERVICE_NAME'],
    )
    /* And the CDK's own copier of files. */
    expect(named.toSorted()).toEqual([...functionNames, undefined].toSorted())
  })

  it.each(specs)('%s runs on Node 24 and arm64 with the size of the manifest', (name, { memoryMb, timeoutSeconds }) => {
    expect(lambda(name).properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: memoryMb,
      Timeout: timeoutSeconds,
    })
  })

  it.each(specs)(
    '%s says whom it hurts in no more than the 256 characters of a description',
    (name, { whenBroken }) => {
      const { Description } = lambda(name).properties
      expect(Description).toBe(`When broken: ${whenBroken}`)
      expect(Description.length).toBeLessThanOrEqual(256)
    },
  )

  it.each(specs)('%s learns the sender only when it sends', (name, { uses }) => {
    expect('HUIBAO_SENDER' in (lambda(name).properties.Environment?.Variables ?? {})).toBe(uses.mail === true)
  })

  it('each keep a log of their own for as long as the settings say', () => {
    const logs = all<{ RetentionInDays: number }>('AWS::Logs::LogGroup')
    const used = functionNames.map((name) => lambda(name).properties.LoggingConfig.LogGroup.Ref)
    expect(new Set(used).size).toBe(functionNames.length)
    expect([...logs.values()].map(({ Properties }) => Properties.RetentionInDays)).toEqual(
      [...logs].map(() => settings.logDays),
    )
  })
})

describe('what a function may do', () => {
  const actionsOf = ({ uses, stream, feedback }: FunctionSpec) => ({
    Log: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Table: uses.table.map((action) => `dynamodb:${action}`),
    ...(uses.index ? { Waiting: ['dynamodb:Query'] } : {}),
    ...(uses.mail ? { Mail: ['ses:SendRawEmail'] } : {}),
    ...(uses.pool ? { Accounts: uses.pool.map((action) => `cognito-idp:${action}`) } : {}),
    ...(stream
      ? {
          Stream: [
            'dynamodb:DescribeStream',
            'dynamodb:GetRecords',
            'dynamodb:GetShardIterator',
            'dynamodb:ListStreams',
          ],
        }
      : {}),
    ...(stream || feedback ? { Failures: ['sqs:SendMessage'] } : {}),
  })

  it.each(specs)('%s: exactly what the manifest says it uses', (name, spec) => {
    const granted = statements(name).map(({ Sid, Action }) => [Sid, [Action].flat()])
    expect(Object.fromEntries(granted)).toEqual(actionsOf(spec))
  })

  it.each(specs)('%s: nothing on a wildcard', (name) => {
    expect(JSON.stringify(statements(name).map(({ Action, Resource }) => [Action, Resource]))).not.toContain('*')
  })

  it('has no other source than the role of the function', () => {
    const policies = all<{ Roles: readonly Reference[] }>('AWS::IAM::Policy')
    const elsewhere = [...policies.values()].flatMap(({ Properties }) => Properties.Roles.map(({ Ref }) => Ref))
    const roles = all<RoleProperties>('AWS::IAM::Role')
    for (const name of functionNames) {
      const role = lambda(name).properties.Role['Fn::GetAtt'][0]
      expect(elsewhere).not.toContain(role)
      expect(roles.get(role)?.Properties.ManagedPolicyArns).toBeUndefined()
    }
    expect(all('AWS::IAM::ManagedPolicy').size).toBe(0)
  })

  it('names the table, its index, and the own log group', () => {
    const [table] = all('AWS::DynamoDB::GlobalTable').keys()
    const byName = Object.fromEntries(statements('deliver').map(({ Sid, Resource }) => [Sid, Resource]))
    expect(byName['Table']).toEqual({ 'Fn::GetAtt': [table, 'Arn'] })
    expect(byName['Waiting']).toEqual({ 'Fn::Join': ['', [{ 'Fn::GetAtt': [table, 'Arn'] }, '/index/waiting']] })
    expect(byName['Stream']).toEqual({ 'Fn::GetAtt': [table, 'StreamArn'] })
    expect(byName['Log']).toEqual({ 'Fn::GetAtt': [lambda('deliver').properties.LoggingConfig.LogGroup.Ref, 'Arn'] })
  })

  it('makes accounts in the one user pool of the stack, and only accounts does', () => {
    const [pool] = all('AWS::Cognito::UserPool').keys()
    const touching = functionNames.flatMap((name) =>
      statements(name).flatMap(({ Action, Resource }) =>
        JSON.stringify(Action).includes('cognito') ? [[name, Resource]] : [],
      ),
    )
    expect(touching).toEqual([['accounts', { 'Fn::GetAtt': [pool, 'Arn'] }]])
  })

  it('sends mail from the one address of the settings', () => {
    const mail = functionNames.flatMap(statements).filter(({ Sid }) => Sid === 'Mail')
    expect(mail.map(({ Condition }) => Condition)).toEqual(
      mail.map(() => ({ StringEquals: { 'ses:FromAddress': settings.sender } })),
    )
    expect(mail.length).toBe(specs.filter(([, { uses }]) => uses.mail).length)
  })
})

describe('the table', () => {
  interface TableProperties {
    readonly Replicas: readonly {
      readonly DeletionProtectionEnabled: boolean
      readonly PointInTimeRecoverySpecification: unknown
    }[]
  }
  const [table] = all<TableProperties>('AWS::DynamoDB::GlobalTable').values()

  it('is paid by the request, encrypted, streamed and expires what is marked', () => {
    expect(table?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
      GlobalSecondaryIndexes: [{ IndexName: 'waiting', Projection: { ProjectionType: 'KEYS_ONLY' } }],
    })
  })

  it('outlives the stack and can be restored', () => {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    expect(table?.Properties.Replicas).toMatchObject([
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: true,
          RecoveryPeriodInDays: settings.restoreDays,
        },
      },
    ])
  })
})
