import { describe, expect, it } from 'vitest'
import { type FunctionSpec, functionNames, functions } from '../functions/manifest.ts'
import { exampleTemplate } from './example-template.ts'
import { settings } from './settings.ts'

const { all } = exampleTemplate()

describe('the alarms', () => {
  interface AlarmProperties {
    readonly AlarmName: string
    readonly AlarmDescription: string
    readonly AlarmActions: readonly unknown[]
    readonly TreatMissingData: string
  }
  const alarms = new Map(
    [...all<AlarmProperties>('AWS::CloudWatch::Alarm').values()].map(({ Properties }) => [
      Properties.AlarmName,
      Properties,
    ]),
  )
  const watchedOf = ({ stream, every, feedback }: FunctionSpec) => [
    'errors',
    'throttles',
    ...(stream || every || feedback ? ['failures'] : []),
    ...(stream ? ['lag'] : []),
    ...(every ? ['silence'] : []),
  ]

  it.each(functionNames)('of %s say whom it hurts, in the words of the manifest', (name) => {
    const own = [...alarms.values()].filter(({ AlarmName }) => AlarmName.startsWith(`Huibao-${name}-`))
    expect(own.map(({ AlarmName }) => AlarmName.slice(`Huibao-${name}-`.length))).toEqual(watchedOf(functions[name]))
    expect(own.map(({ AlarmDescription }) => AlarmDescription)).toEqual(own.map(() => functions[name].whenBroken))
  })

  it('are called out to the address of the settings', () => {
    const topic = [...all('AWS::SNS::Topic').keys()].find((id) => id.startsWith('Alarms'))
    expect(
      [...alarms.values()].filter(
        ({ AlarmActions }) => JSON.stringify(AlarmActions) !== JSON.stringify([{ Ref: topic }]),
      ),
    ).toEqual([])
    const subscriptions = [...all<{ Protocol: string }>('AWS::SNS::Subscription').values()]
      .map(({ Properties }) => Properties)
      .filter(({ Protocol }) => Protocol === 'email')
    expect(subscriptions).toEqual([{ Endpoint: settings.alarmsTo, Protocol: 'email', TopicArn: { Ref: topic } }])
  })

  it('take no figure for trouble only where silence is the trouble', () => {
    const breaching = [...alarms.values()].filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
    expect(breaching.every(({ AlarmName }) => AlarmName.endsWith('-silence'))).toBe(true)
  })

  const filterOf = (name: string) =>
    [
      ...all<{ FilterPattern: string; MetricTransformations: readonly { MetricName: string }[] }>(
        'AWS::Logs::MetricFilter',
      ).values(),
    ]
      .filter(
        ({ Properties }) =>
          Properties.MetricTransformations[0]?.MetricName.endsWith(`lines-${name}`) === true ||
          Properties.MetricTransformations[0]?.MetricName === `refusals-${name}`,
      )
      .map(({ Properties }) => Properties.FilterPattern)
  const isAsked = ({ identity }: FunctionSpec) => identity !== undefined

  it.each(functionNames.filter((name) => !isAsked(functions[name])))(
    'of %s count lines of level ERROR, because an answered 500 is no error to Lambda',
    (name) => {
      expect(filterOf(name)).toEqual(['{ $.level = "ERROR" }'])
    },
  )

  it('of sign-up take off the refusals, which are errors to Lambda and trouble for nobody', () => {
    expect(filterOf('sign-up')).toEqual(['{ $.message = "sign-up refused" }'])
    const expressions = JSON.stringify(alarms.get('Huibao-sign-up-errors'))
    expect(expressions).toContain('FILL(crashes, 0) - FILL(lines, 0)')
  })
})
