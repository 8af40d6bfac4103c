/* A document in the format asked for; what a format needs is loaded with the first file of it. */
import { xlsxType } from '../../shared/api.ts'
import type { DocumentModel } from '../../shared/report/document.ts'
import type { FileAnswer } from '../pipeline/http.ts'
import { docxOf } from './docx.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type PrintedFormat = 'docx' | 'xlsx' | 'pdf' | 'html'

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
