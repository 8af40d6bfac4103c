import { createServer, type Server } from 'node:http'
import { SESClient } from '@aws-sdk/client-ses'
import { afterEach, describe, expect, it } from 'vitest'
import { isNotTaken, isRefusedAddress, isThrottled, sesMailer } from './ses.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const taken =
  '<SendRawEmailResponse><SendRawEmailResult><MessageId>ses-1</MessageId></SendRawEmailResult></SendRawEmailResponse>'
const refusal = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`

/** The real client against a server that gives one answer and remembers what it was asked. */
const mailerAnswering = async (status: number, body: string) => {
  const asked: URLSearchParams[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      asked.push(new URLSearchParams(Buffer.concat(chunks).toString()))
      response.writeHead(status, { 'content-type': 'text/xml', connection: 'close' }).end(body)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const client = new SESClient({
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
  return { mailer: sesMailer({ client, configurationSet: 'huibao', from: 'huibao@example.cn' }), asked }
}
const letter = {
  to: 'ledu@example.cn',
  raw: new TextEncoder().encode('To: x\r\n\r\n你好'),
  key: 'r_u_before3_2020-01-31_p',
}
const errorOf = async (status: number, body: string): Promise<unknown> => {
  const { mailer } = await mailerAnswering(status, body)
  return await mailer.send(letter).then(
    () => 'taken',
    (error: unknown) => error,
  )
}

describe('a letter through SES', () => {
  it('goes out raw to one address, with its key as tag and its configuration set', async () => {
    const { mailer, asked } = await mailerAnswering(200, taken)
    expect(await mailer.send(letter)).toEqual({ messageId: 'ses-1' })
    const [request] = asked.map((one) => Object.fromEntries(one))
    expect(request).toMatchObject({
      Action: 'SendRawEmail',
      Source: 'huibao@example.cn',
      'Destinations.member.1': 'ledu@example.cn',
      'Tags.member.1.Name': 'letter',
      'Tags.member.1.Value': letter.key,
      ConfigurationSetName: 'huibao',
    })
    expect(Buffer.from(request?.['RawMessage.Data'] ?? '', 'base64')).toEqual(Buffer.from(letter.raw))
    expect(Object.keys(request ?? {}).filter((key) => key.startsWith('Destinations'))).toHaveLength(1)
  })
})

describe('a failure of SES', () => {
  it('is throttling where mail comes too fast', async () => {
    const error = await errorOf(400, refusal('Throttling'))
    expect([isThrottled(error), isRefusedAddress(error), isNotTaken(error)]).toEqual([true, false, true])
  })
  it('is a refused address where SES rejects the message', async () => {
    for (const code of ['MessageRejected', 'InvalidParameterValue']) {
      const error = await errorOf(400, refusal(code))
      expect([isThrottled(error), isRefusedAddress(error), isNotTaken(error)]).toEqual([false, true, true])
    }
  })
  it('is neither where the account may not send, but the mail was not taken', async () => {
    const error = await errorOf(400, refusal('AccountSendingPausedException'))
    expect([isThrottled(error), isRefusedAddress(error), isNotTaken(error)]).toEqual([false, false, true])
  })
  it('leaves the outcome unknown where the service fails or the line breaks', async () => {
    const broken = Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
    for (const error of [await errorOf(500, refusal('InternalFailure')), broken, 'nothing', undefined])
      expect([isThrottled(error), isRefusedAddress(error), isNotTaken(error)]).toEqual([false, false, false])
  })
  it('is a refused address where the letter cannot be put into a mail', () => {
    expect(isRefusedAddress(Object.assign(new RangeError('x'), { name: 'UnusableLetter' }))).toBe(true)
  })
})
