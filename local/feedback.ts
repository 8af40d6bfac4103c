/*
 * The topic between SES and `mail-events` on one machine: every event is a file of the data folder until the function
 * has taken it, so that a stop loses none. Called one after the other, three times each, as SNS and Lambda would; what
 * fails then is kept in a folder of its own.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SNSEvent } from 'aws-lambda'
import type { Instant } from '../shared/time.ts'
import type { SesEvent } from './ses-events.ts'

export const feedbackTopic = 'arn:aws:sns:us-east-1:000000000000:huibao-feedback'

export interface Feedback {
  /** Takes an event from SES. */
  readonly tell: (event: SesEvent) => void
  /** From now on calls the function, with what was left by a former run first. */
  readonly start: (call: (event: SNSEvent) => Promise<unknown>) => void
  /** Resolves when every event has been taken or given up. */
  readonly settle: () => Promise<void>
}

/** An event as the topic hands it to a function. */
export const noticeOf = (event: SesEvent, id: string, at: Instant): SNSEvent => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `${feedbackTopic}:local`,
      Sns: {
        Type: 'Notification',
        MessageId: id,
        TopicArn: feedbackTopic,
        Subject: 'Amazon SES Email Event Notification',
        Message: JSON.stringify(event),
        Timestamp: at,
        SignatureVersion: '1',
        Signature: '',
        SigningCertUrl: '',
        UnsubscribeUrl: '',
        MessageAttributes: {},
      },
    },
  ],
})

const attempts = 3

/** Opens what waits in `<dataFolder>/feedback`. */
export const openFeedback = (dataFolder: string, now: () => Instant): Feedback => {
  const folder = join(dataFolder, 'feedback')
  const failed = join(folder, 'failed')
  mkdirSync(failed, { recursive: true })
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  let count = Number(names.at(-1)?.slice(0, 8) ?? 0)
  let call: ((event: SNSEvent) => Promise<unknown>) | undefined
  let turn: Promise<void> = Promise.resolve()

  const hand = async (name: string): Promise<void> => {
    const notice: SNSEvent = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    for (let i = 1; i <= attempts; i += 1) {
      try {
        await call?.(notice)
        rmSync(join(folder, name))
        return
      } catch (error) {
        if (i === attempts) console.error(`mail-events: gave up ${name}: ${String(error)}`)
      }
    }
    renameSync(join(folder, name), join(failed, name))
  }
  const queue = (name: string): void => {
    turn = turn.then(() => hand(name))
  }
  return {
    tell: (event) => {
      count += 1
      const name = `${String(count).padStart(8, '0')}.json`
      writeFileSync(join(folder, name), JSON.stringify(noticeOf(event, name, now())))
      if (call === undefined) names.push(name)
      else queue(name)
    },
    start: (to) => {
      call = to
      for (const name of names.splice(0)) queue(name)
    },
    settle: async () => {
      for (let before: Promise<void> | undefined; before !== turn; ) {
        before = turn
        await before
      }
    },
  }
}
