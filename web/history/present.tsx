/* What there is of an earlier year already, who brought it, and all of its figures. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Form } from '../../shared/form/form.ts'
import { valueInWords } from '../changes/change-text.ts'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import { Findings } from './history-outcome.tsx'
import { say } from './words.ts'

type Present = AnswerOf<Routes['getHistory']>

/* Of moments that belong to no round. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export const PresentYear = ({ present, form }: { readonly present: Present; readonly form: Form }) => {
  const words = say()
  const { history, imports, forms } = present
  if (history === undefined) return <p>{words.nothing}</p>
  const title = forms.find(({ id }) => id === history.form)?.title[language.value] ?? history.form
  return (
    <>
      <p>{words.thereIs(history.figures.length, title)}</p>
      {history.accepted && <p class="notice">{words.acceptedIs}</p>}
      {history.source !== undefined && <p>{words.sourceWas(history.source)}</p>}
      <ul>
        {imports.map(({ at, by, source = '' }) => (
          <li key={at}>{words.importedBy(by?.name ?? '', momentInWords(at, zone), source)}</li>
        ))}
      </ul>
      <Findings findings={history.findings} />
      <details>
        <summary>{words.seeFigures}</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.item}</th>
                <th scope="col">{words.value}</th>
              </tr>
            </thead>
            <tbody>
              {history.figures.map(({ cell, label, value }) => (
                <tr key={cell}>
                  <th scope="row">{label[language.value]}</th>
                  <td class="as-typed">{valueInWords(form, cell, value, '')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}
