/* The return as an Excel workbook to be filled in off line. The library that writes it is loaded with the first one. */
import { xlsxType } from '../../shared/api.ts'
import { isBlank } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import { ok } from '../../shared/refusal.ts'
import { scopeLine, statutoryLines } from '../../shared/report/document-words.ts'
import { ownScope } from '../../shared/report/scope.ts'
import { msOf } from '../../shared/time.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { workbookOf } from '../../shared/workbook/workbook.ts'
import { http } from '../pipeline/http.ts'
import { lastYearBeside } from '../returns/answers.ts'
import { cellsNow, loadSituation, type Situation } from '../returns/situation.ts'
import type { Services } from '../services.ts'

/* What stands in a cell's comment: last year's figure, why it cannot be compared, and that it was carried over. */
const remarksOf = (situation: Situation, language: Language) => {
  const { form, lastYear, draft } = situation
  const beside = lastYear === undefined ? undefined : lastYearBeside(form, lastYear, language)
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  return (address: Address): string | undefined => {
    const field = fieldAt(form, address)
    if (field === undefined || field.kind === 'narrative') return undefined
    const value = beside?.cells[address]
    const because = beside?.notComparable[address]
    const lines = [
      isBlank(value) ? '' : `${said('上年：', 'Last year: ')}${printValue(field, value, language)}`,
      because ?? '',
      draft[address]?.how === 'lastYear'
        ? said('由上年报告结转带入，请核对。', 'Carried over from last year’s report; please check.')
        : '',
    ]
    const text = lines.filter((one) => one !== '').join('\n')
    return text === '' ? undefined : text
  }
}

export const getReturnWorkbook = (services: Services) =>
  http(services, 'getReturnWorkbook', async ({ round, unit, language }) => {
    const situation = await loadSituation(services, { round, unit })
    const { form, stored } = situation
    const scope = [scopeLine('return', { scope: ownScope(unit), demo: services.demo, language })]
    const model = workbookOf({
      form,
      facts: {
        form: form.id,
        formVersion: form.version,
        round: round.id,
        unit: unit.id,
        version: stored.head?.now.version ?? 0,
        language,
        rowPrefix: `w${services.newId().slice(0, 8)}`,
      },
      unit: unit.name,
      round: round.title,
      year: round.year,
      scope: [...scope, ...statutoryLines(round.statutory, language)].join(language === 'zh' ? '　' : '. '),
      cells: cellsNow(situation),
      remark: remarksOf(situation, language),
      digest: services.hash,
    })
    const { writeWorkbook } = await import('./write-sheets.ts')
    const file = await writeWorkbook(model, new Date(msOf(services.now())))
    return ok({ file, type: xlsxType, name: `${model.name}.xlsx` })
  })
