import { Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { describe, expect, it } from 'vitest'
import { checkedApp } from './checked-app.ts'
import { stubBundle } from './example-template.ts'
import { settings } from './settings.ts'
import { huibaoStack } from './stack.ts'

/* Every rule over every resource: seconds, more on a busy machine. */
const timeout = 120_000

describe('the rules of AWS Solutions and of CloudFormation', () => {
  it('are kept by the whole stack', { timeout }, () => {
    const app = checkedApp()
    huibaoStack(app, { settings, code: stubBundle })
    expect(() => app.synth()).not.toThrow()
  })

  it('stop the synthesis where one is broken', { timeout }, () => {
    const app = checkedApp()
    new Queue(new Stack(app, 'Careless'), 'ReadableByAnyTransport')
    expect(() => app.synth()).toThrow('AwsSolutions-SQS4')
  })
})
