/* A report as a file, live or published: the report itself, or its figures beside last year's. */
import { xlsxType } from '../../shared/api.ts'
import { comparisonDocument } from '../../shared/report/comparison-document.ts'
import { reportDocument } from '../../shared/report/report-document.ts'
import { yearOnYear } from '../../shared/report/year-on-year.ts'
import type { Language } from '../../shared/unit/unit.ts'
import type { FileAnswer } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { type DocumentFormat, fileOf } from './formats.ts'
import type { ReportShown } from './report-shown.ts'

interface Written {
  readonly format: DocumentFormat
  readonly language: Language
}

/** The report as a file. */
export const reportFile = async (services: Services, shown: ReportShown, written: Written): Promise<FileAnswer> => {
  const { format, language } = written
  const model = reportDocument({ ...shown.document, language })
  if (format === 'xlsx') {
    const { reportWorkbook } = await import('./report-xlsx.ts')
    return { file: await reportWorkbook(services, shown, language), type: xlsxType, name: `${model.name}.xlsx` }
  }
  const { document, round, unit } = shown
  return fileOf(services, { round: round.id, model, data: { ...document, unit } }, format)
}

/** The report's figures beside last year's; undefined where there is no last year. */
export const reportComparison = async (
  services: Services,
  shown: ReportShown,
  written: Written,
): Promise<FileAnswer | undefined> => {
  const { form, document, checked, round, unit } = shown
  if (checked.lastYear === undefined) return undefined
  const compared = yearOnYear(form, document.figures, checked.lastYear)
  const model = comparisonDocument({ ...document, of: 'report', rows: compared, language: written.language })
  return fileOf(services, { round: round.id, model, data: { ...document, unit, compared } }, written.format)
}
