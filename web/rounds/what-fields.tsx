/* What the round is: its name, whose it is, the year and the forms. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { language } from '../language.ts'
import type { RoundDraft } from './draft.ts'
import { Choice, ProblemOf, type Problems, TextField } from './field.tsx'
import { say } from './form-words.ts'

export type ListedForm = AnswerOf<Routes['listForms']>['forms'][number]

export interface Post {
  readonly unit: string
  readonly name: string
}

interface WhatProps {
  readonly draft: RoundDraft
  readonly problems: Problems
  readonly forms: readonly ListedForm[]
  /** The units for which I may plan. */
  readonly posts: readonly Post[]
  readonly change: (part: Partial<RoundDraft>) => void
}

export const isForYear = ({ years }: ListedForm, year: number): boolean =>
  years !== undefined && year >= years.from && year <= (years.to ?? year)

const FormFields = ({ draft, problems, forms, change }: WhatProps) => {
  const words = say()
  const supplements = forms.filter(({ years }) => years === undefined)
  return (
    <>
      <fieldset class="round-field" id="edition" tabIndex={-1}>
        <legend>{words.edition}</legend>
        <ProblemOf problems={problems} field="edition" />
        {forms
          .filter(({ years }) => years !== undefined)
          .map(({ id, title, years }) => (
            <Choice
              key={id}
              type="radio"
              name="edition"
              checked={draft.edition === id}
              change={() => change({ edition: id })}
              hint={words.forYears(years?.from ?? 0, years?.to)}
            >
              {title[language.value]}
            </Choice>
          ))}
      </fieldset>
      {supplements.length > 0 && (
        <fieldset class="round-field">
          <legend>{words.supplements}</legend>
          {supplements.map(({ id, title }) => (
            <Choice
              key={id}
              type="checkbox"
              checked={draft.supplements.includes(id)}
              change={(isOn) =>
                change({
                  supplements: isOn ? [...draft.supplements, id] : draft.supplements.filter((one) => one !== id),
                })
              }
            >
              {title[language.value]}
            </Choice>
          ))}
        </fieldset>
      )}
    </>
  )
}

export const WhatFields = (props: WhatProps) => {
  const { draft, problems, posts, change, forms } = props
  const words = say()
  const changeYear = (year: string) => {
    if (!/^\d{4}$/.test(year)) return change({ year })
    const fitting = forms.find((form) => isForYear(form, Number(year)))
    /* Title and id that name a year name this one. */
    const moved = (text: string) => text.replace(/(^|\D)(20\d\d)(?!\d)/, (_, before: string) => `${before}${year}`)
    return change({
      year,
      title: moved(draft.title),
      id: moved(draft.id),
      ...(fitting === undefined ? {} : { edition: fitting.id }),
    })
  }
  return (
    <section class="card round-part">
      <h2>{words.what}</h2>
      <TextField
        id="title"
        label={words.title}
        hint={words.titleHint}
        value={draft.title}
        problems={problems}
        change={(title) => change({ title })}
      />
      <TextField
        id="id"
        label={words.id}
        hint={words.idHint}
        value={draft.id}
        problems={problems}
        change={(id) => change({ id })}
        size="middle"
        maxLength={40}
      />
      {posts.length > 1 && (
        <div class="round-field">
          <label for="owner">{words.owner}</label>
          <ProblemOf problems={problems} field="owner" />
          <select
            id="owner"
            value={draft.owner}
            onChange={({ currentTarget }) => change({ owner: currentTarget.value, chosen: [] })}
          >
            {posts.map(({ unit, name }) => (
              <option key={unit} value={unit}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <TextField
        id="year"
        label={words.year}
        hint={words.yearHint}
        value={draft.year}
        problems={problems}
        change={changeYear}
        size="short"
        maxLength={4}
      />
      <FormFields {...props} />
    </section>
  )
}

export const OtherFields = ({ draft, change }: Pick<WhatProps, 'draft' | 'change'>) => {
  const words = say()
  return (
    <section class="card round-part">
      <h2>{words.other}</h2>
      <Choice
        type="checkbox"
        checked={draft.statutory}
        change={(statutory) => change({ statutory })}
        hint={words.statutoryHint}
      >
        {words.statutory}
      </Choice>
      <Choice
        type="checkbox"
        checked={draft.extraCheck}
        change={(extraCheck) => change({ extraCheck })}
        hint={words.extraCheckHint}
      >
        {words.extraCheck}
      </Choice>
    </section>
  )
}
