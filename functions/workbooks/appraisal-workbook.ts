/* The appraisal as an Excel workbook, from the rows of the board as they stand. */
import { xlsxType } from '../../shared/api.ts'
import { ok } from '../../shared/refusal.ts'
import { nameOf } from '../../shared/report/document-words.ts'
import { http } from '../pipeline/http.ts'
import { loadAppraisal } from '../rounds/appraised.ts'
import type { Services } from '../services.ts'

export const getAppraisalWorkbook = (services: Services) =>
  http(services, 'getAppraisalWorkbook', async ({ round, unit, language }) => {
    const appraisal = await loadAppraisal(services, round, unit)
    const { writeAppraisalWorkbook } = await import('./write-appraisal.ts')
    const of = { ...appraisal, task: round.title, unit: unit.name[language], zone: round.zone, language }
    const name = nameOf([unit.name[language], round.title, language === 'zh' ? '考核表' : 'Appraisal'], language)
    return ok({ file: await writeAppraisalWorkbook(of), type: xlsxType, name: `${name}.xlsx` })
  })
