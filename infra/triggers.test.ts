import { describe, expect, it } from 'vitest'
import { type FunctionSpec, functionNames, functions } from '../functions/manifest.ts'
import { type Attribute, exampleTemplate, type Reference } from './example-template.ts'

const { all, lambda, statements } = exampleTemplate()
const specs: readonly (readonly [(typeof functionNames)[number], FunctionSpec])[] = functionNames.map((name) => [
  name,
  functions[name],
])

describe('the schedules', () => {
  interface ScheduleProperties {
    readonly ScheduleExpression: string
    readonly Target: {
      readonly Arn: Attribute
      readonly RoleArn: Attribute
      readonly DeadLetterConfig: { readonly Arn: Attribute }
      readonly RetryPolicy: unknown
    }
  }
  const schedules = [...all<ScheduleProperties>('AWS::Scheduler::Schedule').values()].map(
    ({ Properties }) => Properties,
  )

  it('tick for the functions of the manifest that say how often', () => {
    const ticking = schedules.map(({ Target, ScheduleExpression }) => [Target.Arn['Fn::GetAtt'][0], ScheduleExpression])
    const wanted = specs.flatMap(([name, { every }]) =>
      every ? [[lambda(name).id, `rate(${every.minutes} minutes)`]] : [],
    )
    expect(ticking.toSorted()).toEqual(wanted.toSorted())
  })

  it('may call that function, leave a failure in its queue, and nothing else', () => {
    const roles = all<{ Policies: readonly { PolicyDocument: { Statement: unknown } }[] }>('AWS::IAM::Role')
    for (const { Target } of schedules) {
      expect(
        roles
          .get(Target.RoleArn['Fn::GetAtt'][0])
          ?.Properties.Policies.map(({ PolicyDocument }) => PolicyDocument.Statement),
      ).toEqual([
        [
          { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: Target.Arn },
          { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: Target.DeadLetterConfig.Arn },
        ],
      ])
    }
  })

  it('try again until the next tick is due', () => {
    for (const { Target, ScheduleExpression } of schedules) {
      const minutes = Number(/\d+/.exec(ScheduleExpression)?.[0])
      expect(Target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: minutes * 60, MaximumRetryAttempts: 3 })
    }
  })
})

describe('the stream', () => {
  interface MappingProperties {
    readonly FunctionName: Reference
    readonly FilterCriteria: { readonly Filters: readonly { readonly Pattern: string }[] }
    readonly DestinationConfig: { readonly OnFailure: { readonly Destination: Attribute } }
  }
  const mappings = new Map(
    [...all<MappingProperties>('AWS::Lambda::EventSourceMapping').values()].map(({ Properties }) => [
      Properties.FunctionName.Ref,
      Properties,
    ]),
  )
  const listening = specs.filter(([, { stream }]) => stream)

  it('wakes the functions of the manifest that listen', () => {
    expect([...mappings.keys()].toSorted()).toEqual(listening.map(([name]) => lambda(name).id).toSorted())
  })

  it.each(listening)('wakes %s for exactly the records of the manifest', (name, { stream }) => {
    const patterns = mappings.get(lambda(name).id)?.FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern))
    expect(patterns).toEqual(
      stream?.filters.map(({ eventNames, newImage }) => ({
        eventName: eventNames,
        dynamodb: {
          NewImage: Object.fromEntries(
            Object.entries(newImage).map(([attribute, values]) => [attribute, { S: values }]),
          ),
        },
      })),
    )
  })

  it.each(listening)('cuts a bad record out of the batch of %s and leaves it in its queue', (name, { stream }) => {
    const failures = statements(name).find(({ Sid }) => Sid === 'Failures')?.Resource
    expect(mappings.get(lambda(name).id)).toMatchObject({
      BatchSize: stream?.batchSize,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 21_600,
      ParallelizationFactor: 1,
      DestinationConfig: { OnFailure: { Destination: failures } },
    })
  })
})
