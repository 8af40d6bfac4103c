/*
 * What was struck out of a text and what was added to it. Characters are compared, for Chinese has no spaces between
 * its words, and are then gathered into readable pieces (the semantic clean-up of diff-match-patch). diff-match-patch-es
 * does both in 3 kB; jsdiff leaves single characters standing between changes (「加」「强」 of 「加强」 apart). A figure, a
 * Latin word and a rare character of two code units are one piece each: 1,203 and 1,318 differ as a whole.
 */
import { diff, diffCleanupSemantic } from 'diff-match-patch-es'

export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/* The last: what a font of one office keeps in the private range, which is lent here to the pieces themselves. */
const whole = /[0-9０-９]+(?:[.,][0-9０-９]+)*[%％]?|[a-z]+|[\u{10000}-\u{10ffff}]|[\ue000-\uf8ff]/giu
const privateRange = { begin: 0xe000, size: 0x1900 } as const

/** Gives each piece that must not be cut a character of its own. */
const pieceAlphabet = () => {
  const pieces = new Map<string, string>()
  const write = (text: string): string =>
    text.replace(whole, (piece) => {
      const known = pieces.get(piece) ?? String.fromCharCode(privateRange.begin + pieces.size)
      pieces.set(piece, known)
      return known
    })
  const read = (written: string): string => {
    const meant = new Map([...pieces].map(([piece, letter]) => [letter, piece]))
    return written.replace(/[\ue000-\uf8ff]/g, (letter) => meant.get(letter) ?? letter)
  }
  return { write, read, isFull: () => pieces.size > privateRange.size }
}

/* A slow computer shows two long texts coarsely compared rather than late. */
const patience = { diffTimeout: 0.5 } as const

const kinds = { '-1': 'gone', '0': 'same', '1': 'new' } as const

/** The way from one text to the other: without what is new it is the first, without what is gone the second. */
export const differences = (was: string, is: string): readonly Piece[] => {
  const { write, read, isFull } = pieceAlphabet()
  const [first, second] = [write(was), write(is)]
  const isWritten = !isFull()
  const steps = isWritten ? diff(first, second, patience) : diff(was, is, patience)
  diffCleanupSemantic(steps)
  return steps.map(([step, text]) => ({ kind: kinds[step], text: isWritten ? read(text) : text }))
}

const lengthOf = (pieces: readonly Piece[], without: Piece['kind']): number =>
  pieces.reduce((sum, { kind, text }) => (kind === without ? sum : sum + text.length), 0)

/** Texts that have little in common are two texts, and easier read side by side. */
export const isOneText = (pieces: readonly Piece[]): boolean => {
  const same = pieces.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.length : sum), 0)
  return same * 4 >= Math.max(lengthOf(pieces, 'new'), lengthOf(pieces, 'gone'))
}

/** How many places were changed: what was put in the place of something counts once. */
export const placesChanged = (pieces: readonly Piece[]): number =>
  pieces.filter(({ kind }, at) => kind !== 'same' && (pieces[at - 1]?.kind ?? 'same') === 'same').length

export type Shown = Piece | { readonly kind: 'left out'; readonly count: number }

/* A line of a narrow table on either side, and no gap that saves less than one. */
const beside = 24

/** Without the unchanged stretches: of each only what stands next to a change is left. */
export const shortened = (pieces: readonly Piece[]): readonly Shown[] =>
  pieces.flatMap((piece, at): readonly Shown[] => {
    if (piece.kind !== 'same') return [piece]
    const text = [...piece.text]
    const head = at === 0 ? 0 : beside
    const tail = at === pieces.length - 1 ? 0 : beside
    const count = text.length - head - tail
    if (count <= beside) return [piece]
    const kept = (from: number, to: number): readonly Shown[] =>
      from < to ? [{ kind: 'same', text: text.slice(from, to).join('') }] : []
    return [...kept(0, head), { kind: 'left out', count }, ...kept(text.length - tail, text.length)]
  })
