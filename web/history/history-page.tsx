/* Figures of years before this system, for one unit (product F6). */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Form } from '../../shared/form/form.ts'
import { ask } from '../api/collecting.ts'
import { Answer, type Asked, useAsked } from '../collecting/asked.tsx'
import '../directory/directory.css'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { Field } from '../directory/field.tsx'
import { knownUnits, readUnits, unitNamed } from '../directory/known-units.ts'
import { unitAddress } from '../directory/unit-tree.tsx'
import { language } from '../language.ts'
import { Heading } from '../page/heading.tsx'
import { me } from '../page/me.ts'
import { loadForm } from '../return/load-form.ts'
import { HistoryImport } from './history-import.tsx'
import { PresentYear } from './present.tsx'
import { say } from './words.ts'

type Present = AnswerOf<Routes['getHistory']>
type Scope = 'own' | 'report'

interface YearProps {
  readonly unit: string
  readonly year: string
  readonly scope: Scope
  readonly asked: Asked<Present>
  readonly present: Present
}

const Year = ({ unit, year, scope, asked, present }: YearProps) => {
  const words = say()
  const chosen = useSignal<string | undefined>(undefined)
  const form = useSignal<Form | undefined>(undefined)
  const edition = chosen.value ?? present.forms[0]?.id ?? ''
  useEffect(() => {
    void loadForm(edition).then((loaded) => {
      form.value = loaded
    })
  }, [edition])
  const isAccepted = present.history?.accepted === true
  return (
    <>
      <section class="card" aria-labelledby="there">
        <h2 id="there">{words.there}</h2>
        {form.value !== undefined && <PresentYear present={present} form={form.value} />}
      </section>
      <div class="card history-form">
        <label for="edition">{words.edition}</label>
        <select
          class="edition"
          id="edition"
          value={edition}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.value
          }}
        >
          {present.forms.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[language.value]} ({id})
            </option>
          ))}
        </select>
      </div>
      {form.value !== undefined && !isAccepted && (
        <HistoryImport
          key={edition}
          place={{ unit, year, scope, form: edition }}
          form={form.value}
          saved={() => void asked.again()}
        />
      )}
    </>
  )
}

const AskedYear = ({ unit, year, scope }: Pick<YearProps, 'unit' | 'year' | 'scope'>) => {
  const path = { unit, year }
  const asked = useAsked(() => ask('getHistory', { path, query: { scope } }), [unit, year, scope])
  return (
    <Answer asked={asked}>
      {(present) => <Year unit={unit} year={year} scope={scope} asked={asked} present={present} />}
    </Answer>
  )
}

/* Two years before the calendar's: the year just over is what a round collects. */
const likelyYear = (): string => String(new Date().getFullYear() - 2)

export const HistoryPage = ({ unit }: { readonly unit: string }) => {
  const words = say()
  const typed = useSignal(likelyYear())
  const scope = useSignal<Scope>('own')
  const person = me.value?.person.id
  useEffect(() => {
    if (person !== undefined && knownUnits() === undefined) void readUnits()
  }, [person])
  const known = unitNamed(unit)
  const year = typed.value.trim()
  const isYear = /^\d{4}$/.test(year) && Number(year) >= 2008 && Number(year) <= 2200
  return (
    <>
      <p>
        <a href={unitAddress(unit)}>{words.back}</a>
      </p>
      <div class="head">
        <Heading title={words.title(known?.name[language.value] ?? unit)} place="history" />
      </div>
      <p>{words.is}</p>
      <fieldset class="card history-form">
        <legend class="unseen">{words.which}</legend>
        <Field
          id="history-year"
          label={words.year}
          value={typed.value}
          problem={isYear ? undefined : words.yearWrong}
          change={(text) => {
            typed.value = text
          }}
        />
        {known?.hasBelow === true &&
          (['own', 'report'] as const).map((each) => (
            <label key={each} class="choice">
              <input
                type="radio"
                name="history-scope"
                checked={scope.value === each}
                onChange={() => {
                  scope.value = each
                }}
              />
              {words[each]}
            </label>
          ))}
      </fieldset>
      {isYear && <AskedYear key={`${year} ${scope.value}`} unit={unit} year={year} scope={scope.value} />}
    </>
  )
}
