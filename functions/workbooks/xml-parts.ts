/*
 * The little of XML that a workbook needs, read in one pass by hand: no tree, no entities besides the five that every
 * document has and numbers, and a DOCTYPE is refused. Each character is looked at once, whatever a hostile file holds.
 */
import { fault, faults, type Reading, readAs } from './faults.ts'

export interface XmlEvents {
  /** Local name, without prefix. `attribute` reads one by its local name. */
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/* Far above what a workbook needs, far below what costs seconds: a cell holds 32,767 characters of up to 8 letters each. */
const longestText = 300_000
const longestTag = 20_000
const mostTags = 300_000

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return named[name] ?? whole
        const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole
      })
    : text

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/* End of a tag: the first `>` outside quotation marks. */
const tagEnd = (xml: string, from: number): number => {
  let quote = ''
  for (let at = from; at < xml.length; at += 1) {
    const character = xml.charAt(at)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
  }
  return -1
}

const attributeIn =
  (tag: string) =>
  (name: string): string | undefined => {
    for (const [, key = '', double, single] of tag.matchAll(/([^\s=/"']{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      if (local(key) === name) return decoded(double ?? single ?? '')
    return undefined
  }

/* A construct with an end of its own: where it ends, and what it says. */
const special = (xml: string, at: number): { readonly end: number; readonly text?: string } | undefined => {
  const ends = (start: string, end: string): number => {
    if (!xml.startsWith(start, at)) return 0
    const found = xml.indexOf(end, at + start.length)
    return found < 0 ? -1 : found + end.length
  }
  const comment = ends('<!--', '-->')
  if (comment !== 0) return { end: comment }
  const instruction = ends('<?', '?>')
  if (instruction !== 0) return { end: instruction }
  const verbatim = ends('<![CDATA[', ']]>')
  return verbatim === 0 ? undefined : { end: verbatim, text: xml.slice(at + 9, verbatim - 3) }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Tells what a part of a workbook holds, from the first tag to the last. */
export const readXml = (bytes: Uint8Array, events: XmlEvents): Reading<undefined> => {
  const xml = textOf(bytes)
  if (xml === undefined) return fault(faults.damaged)
  let depth = 0
  let tags = 0
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    const until = start < 0 ? xml.length : start
    if (until - at > longestText) return fault(faults.damaged)
    if (until > at) events.text?.(decoded(xml.slice(at, until).replace(/\r\n?/g, '\n')))
    if (start < 0) break
    const found = special(xml, start)
    if (found === undefined && xml.startsWith('<!', start)) return fault(faults.entities)
    const end = found?.end ?? tagEnd(xml, start) + 1
    if (end <= 0 || (found === undefined && end - start > longestTag)) return fault(faults.damaged)
    tags += 1
    if (tags > mostTags) return fault(faults.tooManyCells)
    if (found?.text !== undefined) events.text?.(found.text)
    if (found === undefined) depth += tell(xml.slice(start + 1, end - 1), events)
    at = end
  }
  return depth === 0 ? readAs(undefined) : fault(faults.damaged)
}

/* One tag: answers by how much it goes deeper. */
const tell = (tag: string, events: XmlEvents): -1 | 0 | 1 => {
  if (tag.startsWith('/')) {
    events.close?.(local(tag.slice(1).trim()))
    return -1
  }
  const isEmpty = tag.endsWith('/')
  const name = local(/^[^\s/]*/.exec(tag)?.[0] ?? '')
  events.open?.(name, attributeIn(tag))
  if (!isEmpty) return 1
  events.close?.(name)
  return 0
}
