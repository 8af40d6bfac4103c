/* The mail service of the bench, started and spoken to. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { SESClient } from '@aws-sdk/client-ses'
import { sesMailer } from '../functions/mail/ses.ts'
import { clientOptions } from '../local/store.ts'
import type { Answered, Asked, Manner } from './ses-stub.ts'

export const benchSender = { name: '汇报', address: 'huibao@example.gov.cn' }

const isAnswered = (value: unknown): value is Answered =>
  typeof value === 'object' && value !== null && 'taken' in value && 'port' in value

export const openSes = async () => {
  const child = fork(fileURLToPath(new URL('./ses-stub.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const told = async (): Promise<Answered> => {
    const [message]: readonly unknown[] = await once(child, 'message')
    if (!isAnswered(message)) throw new Error('the mail service of the bench said something else')
    return message
  }
  const ask = async (asked: Asked): Promise<Answered> => {
    const answer = told()
    child.send(asked)
    return answer
  }
  const { port } = await told()
  const client = new SESClient({ ...clientOptions(`http://127.0.0.1:${port}`), maxAttempts: 1 })
  return {
    mailer: sesMailer({ client, from: benchSender.address }),
    be: (manner: Manner) => ask({ be: manner }),
    tell: () => ask({ tell: true }),
    stop: () => {
      client.destroy()
      child.disconnect()
    },
  }
}

export type BenchSes = Awaited<ReturnType<typeof openSes>>
