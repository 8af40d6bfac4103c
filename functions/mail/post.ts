/* What delivering needs beside the services: the mailer over SES and the sender. */
import { SESClient } from '@aws-sdk/client-ses'
import { type Config, readConfig } from '../config.ts'
import { type Services, servicesOf } from '../services.ts'
import type { Post } from './deliver.ts'
import type { Mailbox } from './mime.ts'
import { paceOf } from './pace.ts'
import { sesMailer } from './ses.ts'

/** `汇报 <huibao@example.gov.cn>` as name and address. */
export const mailboxOf = (text: string): Mailbox => {
  const found = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim())
  return found === null ? { name: '', address: text.trim() } : { name: found[1] ?? '', address: found[2] ?? '' }
}

/*
 * One attempt a call: a retry after a lost answer could send twice, and the outbox tries again by itself. A call that
 * hangs must not take the time of all the others.
 */
const sesOf = (config: Config): SESClient =>
  new SESClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
    ...(config.sesEndpoint === undefined
      ? {}
      : {
          endpoint: config.sesEndpoint,
          region: 'local',
          credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
        }),
  })

export const postOf = (config: Config): Post => {
  if (config.sender === undefined) throw new Error('The environment of this function is incomplete: HUIBAO_SENDER')
  const sender = mailboxOf(config.sender)
  return {
    sender,
    pace: paceOf({ perSecond: config.mailsPerSecond }),
    mailer: sesMailer({ client: sesOf(config), configurationSet: config.configurationSet, from: sender.address }),
  }
}

export interface PostalServices extends Services {
  readonly post: Post
}

export const assemblePostal = (): PostalServices => {
  const config = readConfig()
  return { ...servicesOf(config), post: postOf(config) }
}
