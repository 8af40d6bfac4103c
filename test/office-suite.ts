/*
 * LibreOffice, which opens a workbook and saves it in its own way. Where it is missing the test uses a stored copy of
 * such a file and says so; HUIBAO_REQUIRE_OFFICE=1 makes that a failure, HUIBAO_STORE_OFFICE_COPY=1 stores a new copy
 * (needed when an edition's version is raised).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const convert = (file: Uint8Array): Uint8Array | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'huibao-office-'))
  try {
    writeFileSync(join(folder, 'workbook.xlsx'), file)
    const out = join(folder, 'out')
    mkdirSync(out)
    spawnSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        out,
        join(folder, 'workbook.xlsx'),
      ],
      { timeout: 120_000 },
    )
    const saved = join(out, 'workbook.xlsx')
    return existsSync(saved) ? new Uint8Array(readFileSync(saved)) : undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is missing here is skipped and said; required, it is a failure. */
export const isOfficeRequired = process.env['HUIBAO_REQUIRE_OFFICE'] === '1'

/** Can the text of a PDF be read here? Where it cannot, that is said, or thrown where it is required. */
export const canReadPdf = (): boolean => {
  if (spawnSync('pdftotext', ['-v']).error === undefined) return true
  if (isOfficeRequired) throw new Error('Poppler (pdftotext) is required and could not be run.')
  console.warn('SKIPPED: pdftotext is not here; the text of the PDF is not compared.')
  return false
}

/** The workbook as LibreOffice saves it; where that is missing, the stored copy of that name. */
export const savedByOffice = (file: Uint8Array, name: string): Uint8Array => {
  const copy = join(import.meta.dirname, 'fixtures', name)
  const saved = convert(file)
  if (saved !== undefined && process.env['HUIBAO_STORE_OFFICE_COPY'] === '1') writeFileSync(copy, saved)
  if (saved !== undefined) return saved
  if (isOfficeRequired) throw new Error('LibreOffice Calc is required and could not be run.')
  console.warn(`SKIPPED: LibreOffice Calc is not here; ${name}, which it saved before, is used in its stead.`)
  return new Uint8Array(readFileSync(copy))
}
