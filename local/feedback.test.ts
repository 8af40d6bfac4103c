import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SNSEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { instant } from '../shared/time.ts'
import { feedbackTopic, openFeedback } from './feedback.ts'

const now = () => instant('2020-01-01T00:00:00Z')
const folder = () => mkdtempSync(join(tmpdir(), 'feedback-'))
const event = (eventType: string) => ({ eventType, mail: {} })
const collecting = () => {
  const heard: string[] = []
  const call = async ({ Records }: SNSEvent) => {
    for (const { Sns } of Records) heard.push(`${Sns.TopicArn === feedbackTopic} ${JSON.parse(Sns.Message).eventType}`)
  }
  return { heard, call }
}

describe('the topic between SES and mail-events', () => {
  it('hands events over one after the other, in order', async () => {
    const feedback = openFeedback(folder(), now)
    const { heard, call } = collecting()
    feedback.start(call)
    for (const type of ['Send', 'Delivery']) feedback.tell(event(type))
    await feedback.settle()
    expect(heard).toEqual(['true Send', 'true Delivery'])
  })

  it('keeps over a restart what nobody has taken', async () => {
    const data = folder()
    openFeedback(data, now).tell(event('Bounce'))
    const { heard, call } = collecting()
    const again = openFeedback(data, now)
    again.start(call)
    again.tell(event('Send'))
    await again.settle()
    expect(heard).toEqual(['true Bounce', 'true Send'])
    const third = collecting()
    const last = openFeedback(data, now)
    last.start(third.call)
    await last.settle()
    expect(third.heard).toEqual([])
  })

  it('tries three times, puts away what fails, and goes on', async () => {
    const data = folder()
    const { heard, call } = collecting()
    const feedback = openFeedback(data, now)
    let tries = 0
    feedback.start(async (notice) => {
      if (JSON.stringify(notice).includes('Reject')) {
        tries += 1
        throw new Error('no')
      }
      await call(notice)
    })
    for (const type of ['Reject', 'Send']) feedback.tell(event(type))
    await feedback.settle()
    expect([tries, heard]).toEqual([3, ['true Send']])
    expect(readdirSync(join(data, 'feedback', 'failed'))).toHaveLength(1)
  })
})
