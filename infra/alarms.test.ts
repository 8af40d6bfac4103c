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
  const watchedOf = ({ stream, every }: FunctionSpec) => [
    'errors',
    'throttles',
    ...(stream || every ? ['failures'] : []),
    ...(stream ? ['lag'] : []),
    ...(every ? ['silence'] : []),
  ]

  it.each(functionNames)('of %s say whom it hurts, in the words of the manifest', (name) => {
    const own = [...alarms.values()].filter(({ AlarmName }) => AlarmName.startsWith(`Huibao-${name}-`))
    expect(own.map(({ AlarmName }) => AlarmName.slice(`Huibao-${name}-`.length))).toEqual(watchedOf(functions[name]))
    expect(own.map(({ AlarmDescription }) => AlarmDescription)).toEqual(own.map(() => functions[name].whenBroken))
  })

  it('are called out to the address of the settings', () => {
    const [topic] = all('AWS::SNS::Topic').keys()
    expect(
      [...alarms.values()].filter(
        ({ AlarmActions }) => JSON.stringify(AlarmActions) !== JSON.stringify([{ Ref: topic }]),
      ),
    ).toEqual([])
    expect([...all('AWS::SNS::Subscription').values()].map(({ Properties }) => Properties)).toEqual([
      { Endpoint: settings.alarmsTo, Protocol: 'email', TopicArn: { Ref: topic } },
    ])
  })

  it('take no figure for trouble only where silence is the trouble', () => {
    const breaching = [...alarms.values()].filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
    expect(breaching.every(({ AlarmName }) => AlarmName.endsWith('-silence'))).toBe(true)
  })

  it('count lines of level ERROR, because an answered 500 is no error to Lambda', () => {
    const filters = [...all<{ FilterPattern: string }>('AWS::Logs::MetricFilter').values()]
    expect(filters.map(({ Properties }) => Properties.FilterPattern)).toEqual(
      functionNames.map(() => '{ $.level = "ERROR" }'),
    )
  })
})
