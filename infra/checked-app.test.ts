import { Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { describe, expect, it } from 'vitest'
import { checkedApp } from './checked-app.ts'
import { stubBundle, stubPages } from './example-template.ts'
import { mailIdentityStack } from './mail-identity.ts'
import { type Settings, settings } from './settings.ts'
import { huibaoStack } from './stack.ts'

/* Every rule over every resource: seconds, more on a busy machine. */
const timeout = 120_000

describe('the rules of AWS Solutions and of CloudFormation', () => {
  const otherwise: Settings = {
    ...settings,
    address: { domain: 'huibao.example', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' },
    signIn: {
      issuer: 'https://a.example',
      clientId: 'c',
      audience: ['a'],
      scope: 'openid',
      origins: ['https://a.example'],
    },
  }
  it.each([
    ['as it comes', settings],
    ['with an address and an issuer of the office', otherwise],
  ])('are kept by the whole stack %s', { timeout }, (_, given) => {
    const app = checkedApp()
    mailIdentityStack(app, given)
    huibaoStack(app, { settings: given, code: stubBundle, files: stubPages() })
    expect(() => app.synth()).not.toThrow()
  })

  it('stop the synthesis where one is broken', { timeout }, () => {
    const app = checkedApp()
    new Queue(new Stack(app, 'Careless'), 'ReadableByAnyTransport')
    expect(() => app.synth()).toThrow('AwsSolutions-SQS4')
  })
})
