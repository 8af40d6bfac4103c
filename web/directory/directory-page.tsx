/* Units and people (product W6): the tree on the left, the unit that was chosen on the right; one after the other on a phone. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { fetchFile } from '../api/collecting.ts'
import { Answer } from '../collecting/asked.tsx'
import { holds } from '../collecting/collects.ts'
import { Download } from '../documents/download.tsx'
import { language } from '../language.ts'
import { Heading } from '../page/heading.tsx'
import { Opening } from '../page/later.tsx'
import { me } from '../page/me.ts'
import { NotFound } from '../page/not-found.tsx'
import './directory.css'
import { isWhole, knownUnits, noteUnit, readUnits, unitsProblem } from './known-units.ts'
import type { ListedUnit } from './tree.ts'
import { UnitForm } from './unit-form.tsx'
import { UnitList } from './unit-list.tsx'
import { UnitPage } from './unit-page.tsx'
import { unitAddress } from './unit-tree.tsx'
import { say } from './words.ts'

export const ExportChoice = ({ label }: { readonly label: string }) => {
  const words = say()
  const format = useSignal<'xlsx' | 'csv'>('xlsx')
  return (
    <>
      <select
        aria-label={words.format}
        value={format.value}
        onChange={({ currentTarget }) => {
          format.value = currentTarget.value === 'csv' ? 'csv' : 'xlsx'
        }}
      >
        <option value="xlsx">{words.xlsx}</option>
        <option value="csv">{words.csv}</option>
      </select>
      <Download file={() => fetchFile('exportDirectory', { query: { format: format.value } })}>{label}</Download>
    </>
  )
}

const Overview = ({ units }: { readonly units: readonly ListedUnit[] }) => {
  const words = say()
  const { route } = useLocation()
  const isAdding = useSignal(false)
  const unreached = units.filter(({ unreachable }) => unreachable).length
  const person = me.value?.person
  const mayAdd = person !== undefined && holds(person, 'administrator')
  if (isAdding.value)
    return (
      <UnitForm
        unit={undefined}
        parent=""
        saved={(unit) => {
          noteUnit(unit)
          route(unitAddress(unit.id))
        }}
        cancel={() => {
          isAdding.value = false
        }}
      />
    )
  return (
    <section class="card directory-overview">
      <p>{unreached === 0 ? words.allReached(units.length) : words.counts(units.length, unreached)}</p>
      <p class="directory-choose">{words.choose}</p>
      <p class="actions">
        <a class="btn main" href="/directory/import">
          {words.import}
        </a>
        <ExportChoice label={words.exportAs} />
        {mayAdd && (
          <button
            type="button"
            onClick={() => {
              isAdding.value = true
            }}
          >
            {words.addTop}
          </button>
        )}
      </p>
    </section>
  )
}

const Directory = ({ units, here }: { readonly units: readonly ListedUnit[]; readonly here: string | undefined }) => {
  const unit = units.find(({ id }) => id === here)
  if (here !== undefined && unit === undefined) return isWhole() ? <NotFound /> : <Opening />
  return (
    <>
      {here === undefined && (
        <div class="head">
          <Heading title={say().title} place="directory" />
        </div>
      )}
      <div class={here === undefined ? 'directory' : 'directory at-unit'}>
        {units.length > 0 && <UnitList units={units} here={here} />}
        <div class="directory-unit">
          {unit === undefined ? <Overview units={units} /> : <UnitPage key={unit.id} unit={unit} />}
        </div>
      </div>
      <datalist id="unit-codes">
        {units.map(({ id, name }) => (
          <option key={id} value={id} label={name[language.value]} />
        ))}
      </datalist>
    </>
  )
}

export const DirectoryPage = ({ unit }: { readonly unit?: string }) => {
  const person = me.value?.person.id
  useEffect(() => {
    if (person !== undefined) void readUnits()
  }, [person])
  const units = knownUnits()
  const problem = unitsProblem.value
  if (units !== undefined) return <Directory units={units} here={unit} />
  if (problem === undefined) return <Opening />
  return <Answer asked={{ answer: { ok: false, problem }, again: () => readUnits(true) }}>{() => null}</Answer>
}
