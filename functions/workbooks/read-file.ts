/*
 * An uploaded file as a workbook, or a sentence that says why it is none. Read by hand and not by the library that
 * writes workbooks: that one unpacks whatever it is given, and its weight is not needed here. Decision 0024.
 */
import type { RawSheet, RawWorkbook } from '../../shared/workbook/raw.ts'
import { fault, faults, type Reading, readAs } from './faults.ts'
import { dateStylesIn, sharedStringsIn, sheetIn } from './sheet-cells.ts'
import { readXml } from './xml-parts.ts'
import { openZip, type Zip } from './zip-entries.ts'

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const zipped = Buffer.from('504b0304', 'hex')
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')
const mostCells = 20_000
const mostSheets = 60

const begins = (bytes: Uint8Array, magic: Buffer): boolean => magic.equals(bytes.subarray(0, magic.length))

/* A zip that is no workbook is named by what it is, where that helps. */
const strangerIn = ({ names, read }: Zip) => {
  const has = (name: string): boolean => names.includes(name)
  if (names.some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) return faults.macros
  if (has('xl/workbook.bin')) return faults.binaryExcel
  if (has('mimetype')) {
    const kind = read('mimetype')
    return kind.ok && Buffer.from(kind.value).includes('opendocument.spreadsheet')
      ? faults.openDocument
      : faults.renamed
  }
  return has('[Content_Types].xml') && has('xl/workbook.xml') ? undefined : faults.renamed
}

const isMacroEnabled = (zip: Zip): Reading<boolean> => {
  const types = zip.read('[Content_Types].xml')
  if (!types.ok) return types
  let found = false
  const read = readXml(types.value, {
    open: (_, attribute) => {
      found ||= /macroEnabled/i.test(attribute('ContentType') ?? '')
    },
  })
  return read.ok ? readAs(found) : read
}

interface SheetPart {
  readonly name: string
  readonly part: string
}

const sheetParts = (zip: Zip): Reading<readonly SheetPart[]> => {
  const [book, links] = [zip.read('xl/workbook.xml'), zip.read('xl/_rels/workbook.xml.rels')]
  if (!book.ok) return book
  if (!links.ok) return links
  const targets = new Map<string, string>()
  const linksRead = readXml(links.value, {
    open: (name, attribute) => {
      const target = attribute('Target') ?? ''
      if (name === 'Relationship')
        targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  if (!linksRead.ok) return linksRead
  const sheets: SheetPart[] = []
  const bookRead = readXml(book.value, {
    open: (name, attribute) => {
      if (name !== 'sheet') return
      /* `r:id`; `sheetId` has another local name. */
      const part = targets.get(attribute('id') ?? '')
      if (part !== undefined) sheets.push({ name: attribute('name') ?? '', part })
    },
  })
  return bookRead.ok ? readAs(sheets) : bookRead
}

const optional = <T>(zip: Zip, part: string, read: (bytes: Uint8Array) => Reading<T>, none: T): Reading<T> => {
  if (!zip.names.includes(part)) return readAs(none)
  const bytes = zip.read(part)
  return bytes.ok ? read(bytes.value) : bytes
}

const workbookIn = (zip: Zip, cells: number): Reading<RawWorkbook> => {
  const parts = sheetParts(zip)
  if (!parts.ok) return parts
  if (parts.value.length > mostSheets) return fault(faults.tooManyParts)
  const strings = optional(zip, 'xl/sharedStrings.xml', sharedStringsIn, [])
  if (!strings.ok) return strings
  const dateStyles = optional<ReadonlySet<number>>(zip, 'xl/styles.xml', dateStylesIn, new Set())
  if (!dateStyles.ok) return dateStyles
  const shared = { strings: strings.value, dateStyles: dateStyles.value, room: { cells } }
  const sheets: RawSheet[] = []
  for (const { name, part } of parts.value) {
    /* Sheets of charts and dialogs hold no cells. */
    if (!/\/worksheets\//.test(part)) continue
    const bytes = zip.read(part)
    if (!bytes.ok) return bytes
    const sheet = sheetIn(bytes.value, shared)
    if (!sheet.ok) return sheet
    sheets.push({ name, ...sheet.value })
  }
  return readAs(sheets)
}

/** Reads the file, with so many cells at most; nothing is believed of it that was not looked at. */
export const readFile = (bytes: Uint8Array, cells = mostCells): Reading<RawWorkbook> => {
  if (begins(bytes, compound)) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return fault(file.includes(encryptedPackage) ? faults.password : faults.oldExcel)
  }
  if (!begins(bytes, zipped)) return fault(faults.notExcel)
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  const strange = strangerIn(zip.value)
  if (strange !== undefined) return fault(strange)
  const hasMacros = isMacroEnabled(zip.value)
  if (!hasMacros.ok) return hasMacros
  return hasMacros.value ? fault(faults.macros) : workbookIn(zip.value, cells)
}
