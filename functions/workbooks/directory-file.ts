/*
 * An uploaded directory as tables: an .xlsx, or a .csv in UTF-8 or GB18030 (which GB 2312 and GBK are parts of). Which
 * it is, the bytes say: browsers name a .csv after whatever program is installed. Decision 0028.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { directoryFaults } from '../../shared/unit/directory-problems.ts'
import { type FileCell, type FileSheet, mostRows } from '../../shared/unit/directory-rows.ts'
import type { Words } from '../../shared/words.ts'
import { fault, faults, type Reading, readAs } from './faults.ts'
import { readFile } from './read-file.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

/** Why a file cannot be read as a directory. */
export const directoryFileFaults = {
  utf16: words(
    '这是 UTF-16（Unicode）编码的文件，无法导入。请另存为 .xlsx，或“CSV UTF-8”格式。',
    'This file is in UTF-16. Save it as .xlsx or as “CSV UTF-8”.',
  ),
  encoding: words(
    '文件的文字编码无法辨认（应为 UTF-8 或 GB18030）。请另存为 .xlsx，或“CSV UTF-8”格式。',
    'The encoding of this file is neither UTF-8 nor GB18030. Save it as .xlsx or as “CSV UTF-8”.',
  ),
  notTable: words(
    '这既不是 .xlsx 工作簿，也不是 .csv 文本。请先导出名录作为样表，填好后再导入。',
    'This is neither an .xlsx workbook nor .csv text. Export the directory, fill that in and import it.',
  ),
  csv: (line: number): Words =>
    words(
      `第 ${line} 行附近的引号不成对，无法读取。请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。`,
      `Quotation marks do not pair near line ${line}. Open the file, save it as .xlsx and import that.`,
    ),
} as const

/* Eleven columns and a few of the clerk's own. */
const mostCells = (mostRows + 100) * 16

const begins = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)
const isWorkbook = (bytes: Uint8Array): boolean =>
  begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)

const decoded = (bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/* Text without a byte of 0: with one it is UTF-16, or no text. */
const textOf = (bytes: Uint8Array): Reading<string> => {
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return fault(directoryFileFaults.utf16)
  const zeros = bytes.subarray(0, 4000).reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  if (zeros > 0)
    return fault(zeros * 4 > Math.min(bytes.length, 4000) ? directoryFileFaults.utf16 : directoryFileFaults.notTable)
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
  return text === undefined ? fault(directoryFileFaults.encoding) : readAs(text)
}

/* Whatever parts most of the first line: Excel writes semicolons where the comma is a decimal sign. */
const delimiterOf = (text: string): string => {
  const line =
    text
      .slice(0, 4000)
      .split(/\r|\n/)
      .find((one) => one.trim() !== '') ?? ''
  const [best = ','] = [',', '\t', ';'].toSorted((a, b) => line.split(b).length - line.split(a).length)
  return best
}

const linesOf = (error: CsvError): number => {
  const lines: unknown = error['lines']
  return typeof lines === 'number' ? lines : 1
}

const recordsIn = (text: string): Reading<readonly (readonly string[])[]> => {
  try {
    /* One more than is taken, so that too many are noticed without all being kept. */
    const to = mostRows + 100
    return readAs(
      parse(text, {
        delimiter: delimiterOf(text),
        /* Lines added by another program end otherwise. */
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        skip_empty_lines: false,
        to,
      }),
    )
  } catch (error) {
    if (error instanceof CsvError) return fault(directoryFileFaults.csv(linesOf(error)))
    throw error
  }
}

const csvIn = (bytes: Uint8Array): Reading<readonly FileSheet[]> => {
  const text = textOf(bytes)
  if (!text.ok) return text
  const records = recordsIn(text.value)
  if (!records.ok) return records
  const cells: FileCell[] = []
  for (const [row, record] of records.value.entries())
    for (const [column, said] of record.entries())
      if (said !== '') cells.push({ row: row + 1, column: column + 1, kind: 'text', text: said })
  return cells.length > mostCells ? fault(directoryFaults.tooManyRows(mostRows)) : readAs([{ cells, merged: [] }])
}

/** Reads an uploaded directory; what cannot be read at all is said in one sentence. */
export const directoryFile = (bytes: Uint8Array): Reading<readonly FileSheet[]> => {
  if (!isWorkbook(bytes)) return csvIn(bytes)
  const book = readFile(bytes, mostCells)
  if (book.ok) return book
  return book.because === faults.tooManyCells ? fault(directoryFaults.tooManyRows(mostRows)) : book
}
