/* The report as open data: JSON with the address of its schema, or CSV, one file per table in a zip. */
import { openData, openDataSchemaPath } from '../../shared/report/open-data.ts'
import type { Language } from '../../shared/unit/unit.ts'
import type { FileAnswer } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { csvZip } from './csv-file.ts'
import type { ReportShown } from './report-shown.ts'

export const openDataFile = (
  services: Services,
  { document, unit, round }: ReportShown,
  { format, name, language }: { readonly format: 'csv' | 'json'; readonly name: string; readonly language: Language },
): FileAnswer => {
  /* The pages' own address is where a link of theirs begins. */
  const schema = new URL(openDataSchemaPath, services.boardLink(round.id, unit.id)).href
  const data = openData({ ...document, unit, schema })
  if (format === 'csv') return { file: csvZip(data, language), type: 'application/zip', name: `${name}-csv.zip` }
  const text = `${JSON.stringify(data, null, 2)}\n`
  return { file: new TextEncoder().encode(text), type: 'application/json', name: `${name}.json` }
}
