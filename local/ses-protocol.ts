/* The part of SES's query protocol (version 2010-12-01) that SendRawEmail needs. */

const xmlns = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"'

export type RawLetter = {
  readonly raw: Buffer
  readonly destinations: readonly string[]
  readonly tags: Record<string, string>
  readonly source: string
}

const members = (form: URLSearchParams, prefix: string, suffix = ''): readonly string[] => {
  const found: string[] = []
  for (let index = 1; ; index += 1) {
    const value = form.get(`${prefix}.member.${index}${suffix}`)
    if (value === null) return found
    found.push(value)
  }
}

/** Reads the form of a SendRawEmail; undefined for any other action or without a letter. */
export const readSendRawEmail = (body: string): RawLetter | undefined => {
  const form = new URLSearchParams(body)
  const data = form.get('RawMessage.Data')
  if (form.get('Action') !== 'SendRawEmail' || data === null) return undefined
  const values = members(form, 'Tags', '.Value')
  const tags = Object.fromEntries(members(form, 'Tags', '.Name').map((name, index) => [name, values[index] ?? '']))
  return {
    raw: Buffer.from(data, 'base64'),
    destinations: members(form, 'Destinations').map((address) =>
      (/<([^>]+)>/.exec(address)?.[1] ?? address).toLowerCase(),
    ),
    tags,
    source: form.get('Source') ?? '',
  }
}

/** SES's answer to a letter taken. */
export const sentXml = (messageId: string): string =>
  `<SendRawEmailResponse ${xmlns}><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></SendRawEmailResponse>`

/** SES's answer to a letter not taken. */
export const errorXml = (type: 'Sender' | 'Receiver', code: string, message: string): string =>
  `<ErrorResponse ${xmlns}><Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>local</RequestId></ErrorResponse>`
