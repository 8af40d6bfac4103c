/*
 * Words in the text of a report (product D6). Chinese has no spaces between words, so a word is found wherever its
 * characters stand in a row: 行政处罚 in 行政处罚案件. Width, case, spaces and line ends make no difference, since texts
 * come from many hands; spaces in what is asked part the words, all of which must be there.
 */

export interface TextHit {
  /** The sentence up to the word, the word as it stands there, and the rest of the sentence. */
  readonly before: string
  readonly hit: string
  readonly after: string
}

interface Plain {
  readonly text: string
  /** For each character: where it begins in the text as it was. */
  readonly from: readonly number[]
}

/* A text of one width and case without spaces, each character knowing where it came from. */
const plain = (text: string): Plain => {
  const from: number[] = []
  let at = 0
  let out = ''
  for (const sign of text) {
    const same = sign.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
    out += same
    for (let i = 0; i < same.length; i += 1) from.push(at)
    at += sign.length
  }
  return { text: out, from }
}

const mostWords = 5

/** What is asked for, as words of one width and case; nothing where only spaces were typed. */
export const askedWords = (asked: string): readonly string[] =>
  [...new Set(asked.normalize('NFKC').split(/\s+/))]
    .map((word) => plain(word).text)
    .filter((word) => word !== '')
    .slice(0, mostWords)

const sentenceEnds = /[。！？；!?;\n]|\.(?=\s)/u
const mostAround = 60

/* Not in the middle of a character of two halves. */
const lastOf = (text: string, most: number): string => [...text].slice(-most).join('')
const firstOf = (text: string, most: number): string => [...text].slice(0, most).join('')

const sentenceBefore = (text: string): string => {
  const own = text.split(sentenceEnds).pop() ?? ''
  const kept = lastOf(own, mostAround)
  return kept === own ? own.trimStart() : `…${kept}`
}

const sentenceAfter = (text: string): string => {
  const end = sentenceEnds.exec(text)
  const own = end === null ? text : text.slice(0, end.index + (end[0] === '\n' ? 0 : 1))
  const kept = firstOf(own, mostAround)
  return kept === own ? own.trimEnd() : `${kept}…`
}

/** The first place of each word in its sentence; nothing for a word that is not there. */
export const findWords = (text: string, asked: readonly string[]): ReadonlyMap<string, TextHit> => {
  const { text: seen, from } = plain(text)
  const hits = asked.flatMap((word): readonly (readonly [string, TextHit])[] => {
    const at = seen.indexOf(word)
    const start = from[at]
    const last = from[at + word.length - 1]
    if (at < 0 || start === undefined || last === undefined) return []
    const end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length
    const around = { before: sentenceBefore(text.slice(0, start)), after: sentenceAfter(text.slice(end)) }
    return [[word, { ...around, hit: text.slice(start, end) }]]
  })
  return new Map(hits)
}
