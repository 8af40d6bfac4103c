/* A figure of a unit's reports over the years, with its chart and the table behind it. */
import { useLocation, useRoute } from 'preact-iso'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { CellValue } from '../../shared/form/cells.ts'
import { fieldAt, fieldsOf } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import type { Answered } from '../api/client.ts'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { language } from '../language.ts'
import { Heading } from '../page/heading.tsx'
import { loadForm } from '../return/load-form.ts'
import './reports.css'
import { say } from './words.ts'

interface Loaded {
  readonly years: AnswerOf<Routes['getReportYears']>
  readonly form: Form | undefined
}

const load = async (unit: string, cell: string): Promise<Answered<Loaded>> => {
  const answer = await ask('getReportYears', { path: { unit }, query: cell === '' ? {} : { cell } })
  return answer.ok ? { ok: true, value: { years: answer.value, form: await loadForm(answer.value.form) } } : answer
}

const numbers: readonly string[] = ['count', 'change', 'money', 'sum', 'ratio']

interface ChoiceProps extends Loaded {
  readonly form: Form
  readonly choose: (cell: string) => void
}

const Choice = ({ years, form, choose }: ChoiceProps) => {
  const fields = [...fieldsOf(form).values()].filter(({ kind }) => numbers.includes(kind))
  return (
    <p class="report-cell">
      <label for="cell">{say().cell}</label>
      <select id="cell" value={years.cell} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {form.sections.map(({ id, title }) => {
          const own = fields.filter(({ section }) => section === id)
          return own.length === 0 ? null : (
            <optgroup key={id} label={title[language.value]}>
              {own.map(({ address, label }) => (
                <option key={address} value={address}>
                  {label[language.value]}
                </option>
              ))}
            </optgroup>
          )
        })}
      </select>
    </p>
  )
}

const Years = ({ years, form }: Loaded & { readonly form: Form }) => {
  const words = say()
  const field = fieldAt(form, years.cell)
  /* The API gives values of the form's own kinds. */
  const print = (value: unknown): string =>
    field === undefined ? '' : printValue(field, (value ?? null) as CellValue, language.value)
  const { measure, svg } = years.chart
  const named = `${years.label[language.value]}${measure === undefined || language.value !== 'zh' ? '' : `（${measure}）`}`
  return (
    <>
      {years.years.length < 2 ? (
        <p class="notice">{words.tooFew}</p>
      ) : (
        /* Drawn by the server, every text in it escaped there (shared/report/chart-svg.ts). */
        <div class="report-chart" dangerouslySetInnerHTML={{ __html: svg }} />
      )}
      <table class="report-years">
        <caption>{named}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col" class="number">
              {words.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.years.map(({ year, value, notComparable }) => (
            <tr key={year}>
              <th scope="row">{words.yearOf(year)}</th>
              <td class="number">
                {print(value) === '' ? words.blank : print(value)}
                {notComparable !== undefined && <small class="hint"> {notComparable}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

export const YearsPage = () => {
  const { params } = useRoute()
  const { query, route } = useLocation()
  const words = say()
  const unit = params['unit'] ?? ''
  const cell = query['cell'] ?? ''
  const asked = useAsked(() => load(unit, cell), [unit, cell])
  return (
    <Answer asked={asked}>
      {({ years, form }) => (
        <>
          <div class="head">
            <Heading title={words.yearsTitle(years.name[language.value])} place={`years ${unit}`} />
            <a href="/reports">{words.back}</a>
          </div>
          <section class="card">
            {form === undefined ? (
              <p class="notice bad">{words.unknownForm}</p>
            ) : (
              <>
                <Choice
                  years={years}
                  form={form}
                  choose={(to) => route(`/reports/units/${unit}?cell=${encodeURIComponent(to)}`)}
                />
                <Years years={years} form={form} />
              </>
            )}
          </section>
        </>
      )}
    </Answer>
  )
}
