import type { Said } from './words.ts'

export const en: Said = {
  gettingFile: 'The file is being made …',
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel tables',
  html: 'web page',
  csv: 'open data, CSV',
  json: 'open data, JSON',
  download: (format) => `Download ${format}`,
  others: 'Other formats, comparison with last year',
  whole: 'Other formats',
  comparison: 'Comparison with last year',
  compared: (format) => `Comparison: ${format}`,
}
