import { readConfig } from '../config.ts'
import { job } from '../pipeline/job.ts'
import { type Services, servicesOf } from '../services.ts'
import { readMailEvent } from './read-event.ts'
import { recordEvent } from './record-event.ts'

interface Parts extends Services {
  /** The only topic that is believed. */
  readonly topic: string
}

const assemble = (): Parts => {
  const config = readConfig()
  if (config.feedbackTopic === undefined)
    throw new Error('The environment of this function is incomplete: HUIBAO_FEEDBACK_TOPIC')
  return { ...servicesOf(config), topic: config.feedbackTopic }
}

/* SES says so once, when the topic is given to it. */
const isGreeting = (message: string): boolean => message.startsWith('Successfully validated SNS topic')

/**
 * What became of the mails: SES tells a topic, and the topic calls this. What cannot be read, is of another topic or
 * of no letter of ours is logged and dropped: it would be no better the second time.
 */
export const handler = job<Parts>(assemble, {
  onNotice: async (parts, { TopicArn, Message, MessageId }, { logger, count }) => {
    if (TopicArn !== parts.topic) return logger.error('notice of another topic', { notice: MessageId, TopicArn })
    if (isGreeting(Message)) return
    const event = readMailEvent(Message)
    if (event === undefined) return logger.error('unreadable notice', { notice: MessageId })
    const recorded = await recordEvent(parts, event)
    /* A sign-in code bounces too: that is nothing to wake anybody for. */
    if (recorded === 'stranger') logger.info('event of no letter', { notice: MessageId, mail: event.messageId })
    count(`event-${recorded}`)
  },
})
