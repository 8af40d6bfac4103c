import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { afterEach, describe, expect, it } from 'vitest'
import { instant } from '../shared/time.ts'
import { type MailProxy, startMailProxy } from './mail-proxy.ts'
import { clientOptions } from './store.ts'

const running: MailProxy[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((proxy) => proxy.stop()))
})
const start = async (dataFolder = mkdtempSync(join(tmpdir(), 'mail-'))) => {
  const proxy = await startMailProxy({ dataFolder, now: () => instant('2020-01-01T00:00:00Z') })
  running.push(proxy)
  const client = new SESClient({ ...clientOptions(proxy.url), maxAttempts: 1 })
  const raw = Buffer.from(
    'From: a@b.cn\r\nTo: c@d.cn\r\nSubject: =?utf-8?B?5YKs5oql?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n请按时报送\r\n',
  )
  const send = (to = 'c@d.cn') =>
    client.send(
      new SendRawEmailCommand({
        Destinations: [to],
        RawMessage: { Data: raw },
        Tags: [{ Name: 'letter', Value: 'k1' }],
      }),
    )
  return { proxy, send, dataFolder }
}

describe('the mail proxy', () => {
  it('keeps a letter, hands it on and shows it after a restart', async () => {
    const { proxy, send, dataFolder } = await start()
    expect((await send()).MessageId).toBeTruthy()
    const behind = await (await fetch(`${proxy.sesUrl}/store`)).text()
    expect(behind).toContain('请按时报送')
    const again = await start(dataFolder)
    expect(await again.proxy.letters()).toMatchObject([{ key: 'k1', to: ['c@d.cn'], subject: '催报', bounced: false }])
    expect(await (await fetch(again.proxy.url)).text()).toContain('催报')
  })
  it('throttles the next call only, as SES does', async () => {
    const { proxy, send } = await start()
    proxy.faults.set({ kind: 'throttle', times: 1 })
    await expect(send()).rejects.toMatchObject({ name: 'Throttling', $metadata: { httpStatusCode: 400 } })
    await send()
    expect(await proxy.letters()).toHaveLength(1)
  })
  it('rejects one address and takes another', async () => {
    const { proxy, send } = await start()
    await fetch(`${proxy.url}/proxy/faults`, { method: 'POST', body: '{"kind":"reject","address":"x@d.cn"}' })
    await expect(send('x@d.cn')).rejects.toMatchObject({ name: 'MessageRejected' })
    await send()
  })
  it('answers 503 without an effect', async () => {
    const { proxy, send } = await start()
    proxy.faults.set({ kind: 'fail' })
    await expect(send()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } })
    expect(await proxy.letters()).toEqual([])
  })
  it.each(['reset', '500'] as const)('loses the answer (%s) of a letter that is sent', async (answer) => {
    const { proxy, send } = await start()
    proxy.faults.set({ kind: 'loseAnswer', times: 1, answer })
    await expect(send()).rejects.toThrow()
    expect(await proxy.letters()).toHaveLength(1)
  })
  it('accepts and remembers what bounces', async () => {
    const { proxy, send } = await start()
    proxy.faults.set({ kind: 'bounce', address: 'c@d.cn' })
    const { MessageId } = await send()
    expect(proxy.bounced()).toMatchObject([{ messageId: MessageId, tags: { letter: 'k1' } }])
  })
})
