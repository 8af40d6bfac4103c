/*
 * The parts of a zip by its central directory. Every part is inflated only when asked for, and never beyond what is left
 * of a budget for the whole file: what a header says of sizes is not believed, what comes out is counted. A bomb stops
 * at the budget, whatever its ratio.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { fault, faults, type Reading, readAs } from './faults.ts'

interface Entry {
  readonly method: number
  readonly crc: number
  readonly from: number
  readonly packedBytes: number
}

export interface Zip {
  readonly names: readonly string[]
  /** The bytes of a part; they are taken off the budget. */
  readonly read: (name: string) => Reading<Uint8Array>
}

const mostEntries = 300
const mostBytes = 16 * 1024 * 1024
const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endBytes = 22
const longestComment = 0xffff

/* The end record stands last, before a comment of at most 64 kB. */
const findEnd = (file: Buffer): number => {
  const earliest = Math.max(0, file.length - endBytes - longestComment)
  for (let at = file.length - endBytes; at >= earliest; at -= 1) if (file.readUInt32LE(at) === endSignature) return at
  return -1
}

/* Where the packed bytes of an entry begin: behind its local header, whose lengths are its own. */
const dataAt = (file: Buffer, local: number): number | undefined => {
  if (local + 30 > file.length || file.readUInt32LE(local) !== localSignature) return undefined
  return local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
}

interface Directory {
  readonly entries: ReadonlyMap<string, Entry>
  readonly isEncrypted: boolean
}

const directoryOf = (file: Buffer): Reading<Directory> => {
  const end = findEnd(file)
  if (end < 0) return fault(faults.damaged)
  const count = file.readUInt16LE(end + 10)
  if (count > mostEntries) return fault(faults.tooManyParts)
  const entries = new Map<string, Entry>()
  let isEncrypted = false
  let at = file.readUInt32LE(end + 16)
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== entrySignature) return fault(faults.damaged)
    const nameBytes = file.readUInt16LE(at + 28)
    const from = dataAt(file, file.readUInt32LE(at + 42))
    const packedBytes = file.readUInt32LE(at + 20)
    if (from === undefined || from + packedBytes > file.length) return fault(faults.damaged)
    const name = file.toString('utf8', at + 46, at + 46 + nameBytes)
    /* Two parts of one name: programs disagree on which of them counts. */
    if (entries.has(name)) return fault(faults.damaged)
    entries.set(name, { method: file.readUInt16LE(at + 10), crc: file.readUInt32LE(at + 16), from, packedBytes })
    isEncrypted ||= (file.readUInt16LE(at + 8) & 1) === 1
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return readAs({ entries, isEncrypted })
}

const isOverBudget = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

const unpacked = (packed: Buffer, method: number, budget: number): Reading<Buffer> => {
  if (method === 0) return packed.length > budget ? fault(faults.tooLarge) : readAs(packed)
  if (method !== 8) return fault(faults.damaged)
  try {
    return readAs(inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) }))
  } catch (error) {
    return fault(isOverBudget(error) ? faults.tooLarge : faults.damaged)
  }
}

/** Opens a zip: reads its directory, inflates nothing yet. */
export const openZip = (bytes: Uint8Array): Reading<Zip> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = directoryOf(file)
  if (!directory.ok) return directory
  const { entries, isEncrypted } = directory.value
  if (isEncrypted) return fault(faults.password)
  let budget = mostBytes
  return readAs({
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      if (entry === undefined) return fault(faults.damaged)
      const { from, packedBytes, method, crc } = entry
      const part = unpacked(file.subarray(from, from + packedBytes), method, budget)
      if (!part.ok) return part
      budget -= part.value.length
      return crc32(part.value) === crc ? part : fault(faults.damaged)
    },
  })
}
