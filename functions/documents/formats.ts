/* A document in the format asked for; what a format needs is loaded with the first file of it. */
import { type documentFormats, xlsxType } from '../../shared/api.ts'
import type { DocumentModel } from '../../shared/report/document.ts'
import type { OpenDataInput } from '../../shared/report/open-data.ts'
import type { FileAnswer } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { docxOf } from './docx.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type DocumentFormat = (typeof documentFormats)[number]
export type OpenFormat = 'csv' | 'json'
/** Written from the blocks of a document; the others are open data. */
export type PrintedFormat = Exclude<DocumentFormat, OpenFormat>

const isOpenFormat = (format: DocumentFormat): format is OpenFormat => format === 'csv' || format === 'json'

const printing: Readonly<
  Record<PrintedFormat, { readonly type: string; readonly write: (model: DocumentModel) => Promise<Uint8Array> }>
> = {
  docx: { type: docxType, write: docxOf },
  xlsx: {
    type: xlsxType,
    write: async (model) => (await import('./printed-workbook.ts')).writePrintedWorkbook(model),
  },
  pdf: { type: 'application/pdf', write: async (model) => (await import('./pdf-file.ts')).pdfFile(model) },
  html: {
    type: 'text/html; charset=utf-8',
    write: async (model) => new TextEncoder().encode((await import('./html-file.ts')).htmlPage(model)),
  },
}

export const printed = async (model: DocumentModel, format: PrintedFormat): Promise<FileAnswer> => {
  const { type, write } = printing[format]
  return { file: await write(model), type, name: `${model.name}.${format}` }
}

/** A document as a file: printed from its blocks, or as the open data behind it. */
export const fileOf = async (
  services: Services,
  of: { readonly round: string; readonly model: DocumentModel; readonly data: Omit<OpenDataInput, 'schema'> },
  format: DocumentFormat,
): Promise<FileAnswer> => {
  if (!isOpenFormat(format)) return printed(of.model, format)
  const { openDataFile } = await import('./open-data-file.ts')
  return openDataFile(services, of, format)
}
