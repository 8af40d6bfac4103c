import { describe, expect, it } from 'vitest'
import { readConfig } from '../functions/config.ts'
import { type FunctionName, type FunctionSpec, functionNames, functions } from '../functions/manifest.ts'
import { environmentOf } from '../infra/environment.ts'

const mail = {
  sender: 'reminders@huibao.example',
  configurationSet: 'letters',
  feedback: { topicArn: 'arn:feedback' },
  perSecond: 14,
}

const toldTo = (name: FunctionName): Record<string, string> =>
  environmentOf(name, functions[name], {
    table: 'the-table',
    pages: 'https://huibao.example',
    issuer: 'https://sign-in.huibao.example',
    pool: 'the-pool',
    senderName: '汇报',
    mail,
  })

const sends = functionNames.filter((name) => {
  const { uses }: FunctionSpec = functions[name]
  return uses.mail === true
})
const others = functionNames.filter((name) => !sends.includes(name))

describe('what the stack tells a function', () => {
  it.each(functionNames)('lets %s start with the table and the pages of the installation, and no stand-in', (name) => {
    expect(readConfig(toldTo(name))).toMatchObject({
      table: 'the-table',
      pages: 'https://huibao.example',
      dynamoEndpoint: undefined,
      sesEndpoint: undefined,
      demo: false,
    })
  })

  it.each(sends)('names to %s the sender and the configuration set of its letters', (name) => {
    expect(readConfig(toldTo(name))).toMatchObject({
      sender: '汇报 <reminders@huibao.example>',
      configurationSet: 'letters',
    })
  })

  it.each(sends)('tells %s how many mails a second it may send', (name) => {
    expect(readConfig(toldTo(name)).mailsPerSecond).toBe(14)
  })

  it.each(functionNames)('names to %s the topic of SES where it hears of mails, and only there', (name) => {
    const { feedback }: FunctionSpec = functions[name]
    expect(readConfig(toldTo(name)).feedbackTopic).toBe(feedback ? 'arn:feedback' : undefined)
  })

  it.each(others)('names no sender to %s, which sends nothing', (name) => {
    expect(readConfig(toldTo(name))).toMatchObject({ sender: undefined, configurationSet: undefined })
  })

  it.each(functionNames)('tells %s who signs people in where it answers them, and only there', (name) => {
    const { http }: FunctionSpec = functions[name]
    expect(readConfig(toldTo(name)).issuer).toBe(http ? 'https://sign-in.huibao.example' : undefined)
  })

  it.each(functionNames)(
    'tells %s of the user pool where it saves people or makes their accounts, and only there',
    (name) => {
      const { http, uses }: FunctionSpec = functions[name]
      expect(readConfig(toldTo(name)).userPool).toBe(http || uses.pool ? 'the-pool' : undefined)
    },
  )

  it('uses no name of ours that a function does not read', () => {
    const known = [
      'HUIBAO_TABLE',
      'HUIBAO_PAGES',
      'HUIBAO_ISSUER',
      'HUIBAO_USER_POOL',
      'HUIBAO_SENDER',
      'HUIBAO_CONFIGURATION_SET',
      'HUIBAO_FEEDBACK_TOPIC',
      'HUIBAO_MAILS_PER_SECOND',
    ]
    const told = new Set(functionNames.flatMap((name) => Object.keys(toldTo(name))))
    expect([...told].filter((name) => name.startsWith('HUIBAO_')).toSorted()).toEqual(known.toSorted())
  })
})

describe('an environment that is incomplete', () => {
  it.each(['HUIBAO_TABLE', 'HUIBAO_PAGES'])('stops the start where %s is missing or empty, and names it', (name) => {
    const { [name]: _, ...rest } = toldTo('returns')
    expect(() => readConfig(rest)).toThrow(name)
    expect(() => readConfig({ ...rest, [name]: '' })).toThrow(name)
  })

  it('stops the start where the pages are no address', () => {
    expect(() => readConfig({ ...toldTo('returns'), HUIBAO_PAGES: 'huibao.example' })).toThrow('HUIBAO_PAGES')
  })

  it('names everything that is missing at once', () => {
    expect(() => readConfig({})).toThrow('HUIBAO_TABLE, HUIBAO_PAGES')
  })
})
