/*
 * Letters that the mail proxy accepted, kept as they are (.eml, with a small record beside it), so that they are
 * there again after a restart.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { type Instant, instant } from '../shared/time.ts'

export type Envelope = {
  readonly messageId: string
  readonly at: Instant
  readonly to: readonly string[]
  readonly tags: Readonly<Record<string, string>>
  readonly bounced: boolean
}
export type Letter = {
  /** The letter's key: its SES message tag `letter` or `key`, else SES's message id. */
  readonly key: string
  readonly messageId: string
  readonly to: readonly string[]
  readonly subject: string
  readonly at: Instant
  readonly bounced: boolean
  readonly text: string
  readonly html?: string
  readonly attachments: readonly string[]
}
export type Mailbox = {
  readonly keep: (envelope: Envelope, raw: Buffer) => void
  /** All letters, oldest first. */
  readonly list: () => Promise<readonly Letter[]>
  /** What bounced: from it an SES event can be made. */
  readonly bounced: () => readonly Envelope[]
}

const readEnvelope = (file: string): Envelope => {
  const read: { messageId: string; at: string; to: string[]; tags: Record<string, string>; bounced: boolean } =
    JSON.parse(readFileSync(file, 'utf8'))
  return { ...read, at: instant(read.at) }
}

/** Every address in a raw letter's To and Cc, lower case: whom SES sends to when no destinations are given. */
export const recipientsOf = async (raw: Buffer): Promise<readonly string[]> => {
  const { to = [], cc = [] } = await PostalMime.parse(raw)
  return [...to, ...cc].flatMap(({ address }) => (address === undefined ? [] : [address.toLowerCase()]))
}

const letterOf = async (envelope: Envelope, raw: Buffer): Promise<Letter> => {
  const { subject = '', text = '', html, attachments } = await PostalMime.parse(raw)
  const { messageId, to, at, bounced, tags } = envelope
  const key = tags['letter'] ?? tags['key'] ?? messageId
  const names = attachments.map(({ filename, mimeType }) => filename ?? mimeType)
  return { key, messageId, to, subject, at, bounced, text, ...(html !== undefined && { html }), attachments: names }
}

/** Opens the mailbox in `<dataFolder>/mail`. */
export const openMailbox = (dataFolder: string): Mailbox => {
  const folder = join(dataFolder, 'mail')
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(folder)
    .flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []))
    .sort()
  const envelopes = new Map(names.map((name) => [name, readEnvelope(join(folder, `${name}.json`))]))
  const letters = new Map<string, Promise<Letter>>()
  let count = names.length
  const read = (name: string, envelope: Envelope): Promise<Letter> => {
    const known = letters.get(name) ?? letterOf(envelope, readFileSync(join(folder, `${name}.eml`)))
    letters.set(name, known)
    return known
  }
  return {
    keep: (envelope, raw) => {
      count += 1
      const name = `${String(count).padStart(6, '0')}-${envelope.messageId}`
      writeFileSync(join(folder, `${name}.eml`), raw)
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(envelope))
      envelopes.set(name, envelope)
    },
    list: () => Promise.all([...envelopes].map(([name, envelope]) => read(name, envelope))),
    bounced: () => [...envelopes.values()].filter(({ bounced }) => bounced),
  }
}
