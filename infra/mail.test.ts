import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { exampleTemplate } from './example-template.ts'
import { mailIdentityStack } from './mail-identity.ts'
import { type Settings, settings } from './settings.ts'

const { all, lambda, statements } = exampleTemplate()
const [topicId = '', topic] =
  [...all<{ KmsMasterKeyId: unknown }>('AWS::SNS::Topic')].find(([id]) => id.startsWith('Mail')) ?? []
const [setId] = all('AWS::SES::ConfigurationSet').keys()

describe('what becomes of a mail', () => {
  it('is told by the configuration set to one encrypted topic: everything but openings and clicks', () => {
    const [events] = all('AWS::SES::ConfigurationSetEventDestination').values()
    expect(events?.Properties).toMatchObject({
      ConfigurationSetName: { Ref: setId },
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['send', 'reject', 'bounce', 'complaint', 'delivery', 'deliveryDelay', 'renderingFailure'],
        SnsDestination: { TopicARN: { Ref: topicId } },
      },
    })
    const [key] = all('AWS::KMS::Key').keys()
    expect(topic?.Properties.KmsMasterKeyId).toEqual({ 'Fn::GetAtt': [key, 'Arn'] })
  })

  it('is told by this configuration set alone, over TLS', () => {
    interface PolicyProperties {
      readonly Topics: readonly unknown[]
      readonly PolicyDocument: { readonly Statement: readonly { Sid: string; Effect: string; Condition: unknown }[] }
    }
    const policies = [...all<PolicyProperties>('AWS::SNS::TopicPolicy').values()].filter(({ Properties }) =>
      JSON.stringify(Properties.Topics).includes(topicId),
    )
    const said = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    const allowed = said.filter(({ Effect }) => Effect === 'Allow')
    expect(allowed).toMatchObject([
      {
        Principal: { Service: 'ses.amazonaws.com' },
        Action: 'sns:Publish',
        Condition: { StringEquals: { 'AWS:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ])
    expect(JSON.stringify(allowed)).toContain(`"Ref":"${setId}"`)
    expect(said).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
  })

  it('wakes mail-events, and lies in its failure queue where that fails', () => {
    const [subscription] = [...all<{ Protocol: string }>('AWS::SNS::Subscription').values()].filter(
      ({ Properties }) => Properties.Protocol === 'lambda',
    )
    const queue = statements('mail-events').find(({ Sid }) => Sid === 'Failures')?.Resource
    expect(subscription?.Properties).toMatchObject({
      TopicArn: { Ref: topicId },
      Endpoint: { 'Fn::GetAtt': [lambda('mail-events').id, 'Arn'] },
      RedrivePolicy: { deadLetterTargetArn: queue },
    })
    expect(lambda('mail-events').properties).toMatchObject({ DeadLetterConfig: { TargetArn: queue } })
    expect(lambda('mail-events').properties.Environment?.Variables['HUIBAO_FEEDBACK_TOPIC']).toEqual({ Ref: topicId })
  })

  it('may be made known to mail-events by this topic only', () => {
    const permissions = [...all<{ FunctionName: unknown; SourceArn: unknown }>('AWS::Lambda::Permission').values()]
      .map(({ Properties }) => Properties)
      .filter(({ FunctionName }) => JSON.stringify(FunctionName).includes(lambda('mail-events').id))
    expect(permissions).toMatchObject([{ Principal: 'sns.amazonaws.com', SourceArn: { Ref: topicId } }])
  })
})

describe('the configuration set', () => {
  it('leaves it to the table which addresses are written to', () => {
    const [set] = all('AWS::SES::ConfigurationSet').values()
    expect(set?.Properties).toMatchObject({ SuppressionOptions: { SuppressedReasons: [] } })
  })
})

describe('the rate of letters', () => {
  it('is told to the functions that send, where the settings say it', () => {
    const told = exampleTemplate({ ...settings, mailsPerSecond: 14 })
    const rateOf = (name: 'deliver' | 'documents' | 'remind') =>
      told.lambda(name).properties.Environment?.Variables['HUIBAO_MAILS_PER_SECOND']
    expect([rateOf('deliver'), rateOf('documents'), rateOf('remind')]).toEqual(['14', '14', undefined])
    expect(lambda('deliver').properties.Environment?.Variables).not.toHaveProperty('HUIBAO_MAILS_PER_SECOND')
  })
})

describe('the sender', () => {
  const stackOf = (changes: Partial<Settings> = {}) =>
    mailIdentityStack(new App({ analyticsReporting: false }), { ...settings, ...changes })

  it('is a domain whose records to publish are the outputs', () => {
    const stack = stackOf()
    if (stack === undefined) throw new Error('No stack.')
    const template = Template.fromStack(stack)
    template.hasResource('AWS::SES::EmailIdentity', {
      Properties: { EmailIdentity: settings.mailIdentity, FeedbackAttributes: { EmailForwardingEnabled: false } },
      DeletionPolicy: 'Retain',
    })
    expect(Object.keys(template.findOutputs('*')).sort()).toEqual([
      'DkimName1',
      'DkimName2',
      'DkimName3',
      'DkimValue1',
      'DkimValue2',
      'DkimValue3',
    ])
  })

  it('may be an address, which has no records', () => {
    const stack = stackOf({ mailIdentity: 'reminders@haidong.example' })
    if (stack === undefined) throw new Error('No stack.')
    expect(Template.fromStack(stack).findOutputs('*')).toEqual({})
  })

  it('is left alone where the office has verified it', () => {
    expect(stackOf({ mailIdentityBy: 'office' })).toBeUndefined()
  })
})
