/* A report or a return as open data: JSON with the address of its schema, or CSV, one file per table in a zip. */
import type { DocumentModel } from '../../shared/report/document.ts'
import { type OpenDataInput, openData, openDataSchemaPath } from '../../shared/report/open-data.ts'
import type { FileAnswer } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { csvZip } from './csv-file.ts'
import type { OpenFormat } from './formats.ts'

export const openDataFile = (
  services: Services,
  of: { readonly round: string; readonly model: DocumentModel; readonly data: Omit<OpenDataInput, 'schema'> },
  format: OpenFormat,
): FileAnswer => {
  const { name, language } = of.model
  /* The pages' own address is where a link of theirs begins. */
  const schema = new URL(openDataSchemaPath, services.boardLink(of.round, of.data.unit.id)).href
  const data = openData({ ...of.data, schema })
  if (format === 'csv') return { file: csvZip(data, language), type: 'application/zip', name: `${name}-csv.zip` }
  const text = `${JSON.stringify(data, null, 2)}\n`
  return { file: new TextEncoder().encode(text), type: 'application/json', name: `${name}.json` }
}
