/*
 * Which characters a font has a glyph for, read from its table `cmap`. The fonts that are embedded in a PDF have the
 * characters of everyday Chinese and not all that people type: emoji and rare Han characters are missing in them.
 */
import { closeSync, openSync, readSync } from 'node:fs'

const bytesOf = (file: number, at: number, length: number): DataView => {
  const bytes = new Uint8Array(length)
  readSync(file, bytes, 0, length, at)
  return new DataView(bytes.buffer)
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

const cmapOf = (file: number): DataView => {
  const count = bytesOf(file, 4, 2).getUint16(0)
  const tables = bytesOf(file, 12, count * 16)
  for (let at = 0; at < count * 16; at += 16)
    if (tagAt(tables, at) === 'cmap') return bytesOf(file, tables.getUint32(at + 8), tables.getUint32(at + 12))
  throw new Error('The font has no table of characters.')
}

/* Format 12: groups of characters that follow one another, each of three 32-bit numbers. */
const groupsOf = (cmap: DataView): readonly (readonly [number, number])[] => {
  const tables = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(4 + index * 8 + 4))
  const at = tables.find((offset) => cmap.getUint16(offset) === 12)
  if (at === undefined) throw new Error('The font tells its characters in a way that is not read here.')
  return Array.from({ length: cmap.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12
    return [cmap.getUint32(group), cmap.getUint32(group + 4)] as const
  })
}

/** Has the font of this file a glyph for the character? */
export const coverageOf = (path: string): ((codePoint: number) => boolean) => {
  const file = openSync(path, 'r')
  try {
    const groups = groupsOf(cmapOf(file))
    return (codePoint) => {
      let [low, high] = [0, groups.length - 1]
      while (low <= high) {
        const middle = (low + high) >> 1
        const [first, last] = groups[middle] ?? [0, 0]
        if (codePoint < first) high = middle - 1
        else if (codePoint > last) low = middle + 1
        else return true
      }
      return false
    }
  } finally {
    closeSync(file)
  }
}
