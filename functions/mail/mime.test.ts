import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { WrittenLetter } from '../../shared/reminder/letter-context.ts'
import { instant } from '../../shared/time.ts'
import { type Envelope, mimeOf } from './mime.ts'

const written = (change: Partial<WrittenLetter> = {}): WrittenLetter => ({
  subject: '待报送（还有 3 个工作日）：海东市公安局2019年度政府信息公开工作年度报告（乐都区公安分局）',
  text: '李文静同志：\n\n请于2020年1月31日24:00前提交。\n',
  html: '<!doctype html><p>请于2020年1月31日24:00前提交。</p>',
  ...change,
})
const envelope = (change: Partial<Envelope> = {}): Envelope => ({
  from: { name: '海东市公安局（汇报）', address: 'huibao@example.gov.cn' },
  to: { name: '李文静', address: 'ledu@example.gov.cn' },
  key: 'haidong-2019_630200_before3_2020-01-31_p1',
  listId: 'haidong-2019.huibao.example',
  date: instant('2020-01-21T09:00:00+08:00'),
  ...change,
})
const ics = [
  {
    uid: 'haidong-2019.630202',
    sequence: 1,
    title: '截止',
    description: '说明',
    dueAt: instant('2020-02-01T00:00:00+08:00'),
    alarms: [],
    url: 'https://huibao.example/',
    createdAt: instant('2019-12-16T09:00:00+08:00'),
  },
]
const read = async (raw: Uint8Array) => await PostalMime.parse(raw)
const header = (mail: Awaited<ReturnType<typeof read>>, name: string) =>
  mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
const headLines = (raw: Uint8Array) => new TextDecoder().decode(raw).split('\r\n\r\n')[0]?.split('\r\n') ?? []

describe('a mail', () => {
  it('says in text and HTML what was written, with one recipient', async () => {
    const mail = await read(await mimeOf(written(), envelope()))
    expect(mail.text?.trim()).toBe(written().text.trim())
    expect(mail.html?.trim()).toBe(written().html)
    expect(mail.subject).toBe(written().subject)
    expect(mail.to).toEqual([{ name: '李文静', address: 'ledu@example.gov.cn' }])
    expect(mail.from).toMatchObject({ name: '海东市公安局（汇报）', address: 'huibao@example.gov.cn' })
    expect([mail.cc ?? [], mail.bcc ?? []]).toEqual([[], []])
  })
  it('is marked as sent by a machine, with the letter’s key and the round’s list', async () => {
    const mail = await read(await mimeOf(written(), envelope()))
    expect(header(mail, 'auto-submitted')).toEqual(['auto-generated'])
    expect(header(mail, 'x-auto-response-suppress')).toEqual(['OOF, AutoReply'])
    expect(header(mail, 'x-huibao-letter')).toEqual([envelope().key])
    expect(header(mail, 'list-id')).toEqual(['<haidong-2019.huibao.example>'])
    expect(mail.date).toBe('2020-01-21T01:00:00.000Z')
  })
  it('has only ASCII in its headers and short lines', async () => {
    for (const line of headLines(await mimeOf(written(), envelope()))) {
      expect(line).toMatch(/^[\x20-\x7e\t]*$/)
      expect(line.length).toBeLessThanOrEqual(78)
    }
  })
  it('has boundaries of 70 characters at most, however long its key', async () => {
    const raw = await mimeOf(written(), envelope({ key: `r_u_${'x'.repeat(190)}_1_p` }))
    const boundaries = [...new TextDecoder().decode(raw).matchAll(/boundary="([^"]+)"/g)].map(([, one = '']) => one)
    expect(boundaries.length).toBeGreaterThan(0)
    expect(boundaries.every((one) => one.length <= 70)).toBe(true)
  })
  it('is the same bytes for the same letter', async () => {
    expect(await mimeOf(written({ ics }), envelope())).toEqual(await mimeOf(written({ ics }), envelope()))
  })
  it('carries the calendar file of an opening notice, and none without', async () => {
    const [file, ...others] = (await read(await mimeOf(written({ ics }), envelope()))).attachments
    expect(file).toMatchObject({ filename: 'huibao.ics', mimeType: 'text/calendar' })
    expect(others).toEqual([])
    expect((await read(await mimeOf(written(), envelope()))).attachments).toEqual([])
  })
  it('carries files with Chinese names unchanged', async () => {
    const content = new Uint8Array([0x50, 0x4b, 0, 255, 13, 10])
    const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const attachments = [{ fileName: '乐都区年度报告（第1次）.docx', contentType, content }]
    const [file] = (await read(await mimeOf(written(), envelope({ attachments })))).attachments
    expect(file).toMatchObject({ filename: '乐都区年度报告（第1次）.docx', mimeType: contentType })
    const bytes = file?.content
    expect(
      bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes)
        ? [
            ...(ArrayBuffer.isView(bytes)
              ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
              : new Uint8Array(bytes)),
          ]
        : bytes,
    ).toEqual([...content])
  })
})

describe('a mail with long Chinese words', () => {
  const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)
  const subject = long('待报送（还有 3 个工作日）：海东市公安局2019年度政府信息公开工作年度报告𠮷', 150)
  const name = long('化隆回族自治县公安局政府信息公开领导小组办公室', 60)
  const fileName = `${long('海东市公安局乐都区分局2019年度政府信息公开工作年度报告（第1次报送）', 145)}.docx`
  const raw = () =>
    mimeOf(
      written({ subject }),
      envelope({
        to: { name, address: 'ledu@example.gov.cn' },
        attachments: [{ fileName, contentType: 'application/zip', content: new Uint8Array([1, 2, 3]) }],
      }),
    )
  /* Heads of the mail and of each of its parts, unfolded lines apart. */
  const heads = async () => new TextDecoder().decode(await raw()).split('\r\n')

  it('has subject, name and file name of 150 characters unchanged when it is read', async () => {
    expect([subject.length, fileName.length]).toEqual([150, 150])
    const mail = await read(await raw())
    expect(mail.subject).toBe(subject)
    expect(mail.to?.map((one) => one.name)).toEqual([name])
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([fileName])
  })
  it('folds its headers at 78 and writes words of RFC 2047 of 75 characters at most, each whole characters', async () => {
    const head = headLines(await raw())
    expect(head.every((line) => line.length <= 78 && /^[\x20-\x7e\t]*$/.test(line))).toBe(true)
    const words = head.join('\n').match(/=\?UTF-8\?[BQ]\?[^?]*\?=/gi) ?? []
    expect(words.length).toBeGreaterThan(5)
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(75)
      const [, , way = '', text = ''] = word.split('?')
      const bytes =
        way.toUpperCase() === 'B'
          ? Buffer.from(text, 'base64')
          : Buffer.from(
              text
                .replaceAll('_', ' ')
                .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
              'latin1',
            )
      /* A character that is cut in two is read as two of nothing (RFC 2047, 5). */
      expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toContain('\ufffd')
    }
  })
  it('names its file in continued parts of RFC 2231 and 8187, whole octets, and in lines that are not long', async () => {
    const lines = await heads()
    expect(lines.every((line) => line.length <= 998)).toBe(true)
    const parts = lines.join('\n').match(/filename\*\d+\*=[^;\s]+/g) ?? []
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map((part) => /^filename\*(\d+)\*/.exec(part)?.[1])).toEqual(parts.map((_, i) => String(i)))
    expect(parts.every((part) => part.length <= 78)).toBe(true)
    const value = parts.map((part) => part.slice(part.indexOf('=') + 1)).join('')
    expect(decodeURIComponent(value.replace(/^utf-8''/i, ''))).toBe(fileName)
  })
})

describe('a header', () => {
  const injected = 'x\r\nBcc: everybody@example.com'
  it('cannot be added by a subject, a name, a key, a list or a file name', async () => {
    const tries: readonly Promise<Uint8Array>[] = [
      mimeOf(written({ subject: injected }), envelope()),
      mimeOf(written({ subject: 'a\u0000b' }), envelope()),
      mimeOf(written(), envelope({ to: { name: injected, address: 'a@b.cn' } })),
      mimeOf(written(), envelope({ from: { name: injected, address: 'a@b.cn' } })),
      mimeOf(written(), envelope({ key: injected })),
      mimeOf(written(), envelope({ listId: injected })),
      mimeOf(
        written(),
        envelope({ attachments: [{ fileName: injected, contentType: 'a/b', content: new Uint8Array() }] }),
      ),
    ]
    for (const one of tries) await expect(one).rejects.toMatchObject({ name: 'UnusableLetter' })
  })
  it('cannot be added by an address, and no second recipient either', async () => {
    for (const address of [
      'a@b.cn\r\nBcc: c@d.cn',
      'a@b.cn, c@d.cn',
      '<a@b.cn>',
      'a b@c.cn',
      '李@b.cn',
      'a@例.cn',
      'a@b@c.cn',
      '@b.cn',
      'a@',
      'a',
      '',
    ])
      await expect(mimeOf(written(), envelope({ to: { name: '李', address } }))).rejects.toMatchObject({
        name: 'UnusableLetter',
      })
  })
  it('keeps quotes, commas and angle brackets of a name inside the name', async () => {
    const name = 'Li, "Wen" <x@y.cn>'
    const mail = await read(await mimeOf(written(), envelope({ to: { name, address: 'a@b.cn' } })))
    expect(mail.to?.map(({ address }) => address)).toEqual(['a@b.cn'])
  })
})
