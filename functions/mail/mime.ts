/*
 * A written letter as the bytes of a mail (RFC 5322): text and HTML as alternatives, one recipient, files attached.
 * nodemailer only builds the bytes; nothing is sent or fetched here. Every header that carries somebody's words is
 * checked for control characters first, so that no name, title or address can add a header of its own.
 * The libraries are loaded with the first letter: the function of documents answers requests without them.
 */
import { createHash } from 'node:crypto'
import type { WrittenLetter } from '../../shared/reminder/letter-context.ts'
import { type Instant, msOf } from '../../shared/time.ts'

export interface Mailbox {
  readonly name: string
  readonly address: string
}

export interface AttachedFile {
  readonly fileName: string
  readonly contentType: string
  readonly content: Uint8Array
}

export interface Envelope {
  readonly from: Mailbox
  readonly to: Mailbox
  /** letterKey: stands in X-Huibao-Letter. */
  readonly key: string
  /** Domain-like name of the round's letters, `haidong-2019.huibao.example`: mail programs sort by it. */
  readonly listId: string
  readonly date: Instant
  readonly attachments?: readonly AttachedFile[]
}

/** Thrown where a letter cannot be put into a mail whoever tries: its address or a header text is not usable. */
const unusable = (message: string): RangeError => Object.assign(new RangeError(message), { name: 'UnusableLetter' })

const plainHeader = (what: string, text: string): string => {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw unusable(`Control characters in the ${what} of a letter.`)
  return text
}

/** SES takes no SMTPUTF8: both halves of an address are ASCII (API reference of SendRawEmail). */
const plainAddress = (address: string): string => {
  if (!/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/.test(address))
    throw unusable(`Not an address that a letter can go to: ${JSON.stringify(address)}`)
  return address
}

const mailboxOf = (what: string, { name, address }: Mailbox): Mailbox => ({
  name: plainHeader(`${what} name`, name),
  address: plainAddress(address),
})

const filesOf = async (written: WrittenLetter, attached: readonly AttachedFile[]) => [
  ...(written.ics === undefined
    ? []
    : [
        {
          filename: 'huibao.ics',
          contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          content: (await import('./ics.ts')).icsOf(written.ics),
        },
      ]),
  ...attached.map((file) => ({
    filename: plainHeader('file name', file.fileName),
    contentType: plainHeader('content type', file.contentType),
    content: Buffer.from(file.content),
  })),
]

/* A key may have 200 characters, a boundary 70 (RFC 2046, 5.1.1). */
const boundaryOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 24)

/**
 * The bytes of a mail. The same arguments give the same bytes: Message-ID and boundaries come from the key.
 * @throws RangeError named UnusableLetter where the address or a header text cannot stand in a mail
 */
export const mimeOf = async (written: WrittenLetter, envelope: Envelope): Promise<Uint8Array> => {
  const from = mailboxOf('sender', envelope.from)
  const key = plainHeader('key', envelope.key)
  const listId = plainHeader('list id', envelope.listId)
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const mail = new MailComposer({
    from,
    to: [mailboxOf('recipient', envelope.to)],
    subject: plainHeader('subject', written.subject),
    date: new Date(msOf(envelope.date)),
    messageId: `<${key}@${from.address.split('@')[1] ?? 'huibao'}>`,
    baseBoundary: boundaryOf(key),
    headers: {
      'Auto-Submitted': 'auto-generated',
      /* Exchange goes by this one: an answer of somebody on holiday would count as a bounce for now. */
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'List-Id': `<${listId}>`,
      'X-Huibao-Letter': key,
    },
    text: written.text,
    html: written.html,
    attachments: await filesOf(written, envelope.attachments ?? []),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return await mail.compile().build()
}
