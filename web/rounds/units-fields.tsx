/* Which units take part: all below, or some of the tree. */
import { useSignal } from '@preact/signals'
import { language } from '../language.ts'
import type { RoundDraft } from './draft.ts'
import { Choice, ProblemOf, type Problems } from './field.tsx'
import { say } from './form-words.ts'
import { type ListedUnit, useUnits } from './round-units.ts'

interface UnitsProps {
  readonly draft: RoundDraft
  readonly problems: Problems
  readonly change: (part: Partial<RoundDraft>) => void
}

/* Deeper levels look alike: the line says whose they are. */
const deepestIndent = 4

const UnitChoice = ({ unit, draft, change }: Omit<UnitsProps, 'problems'> & { readonly unit: ListedUnit }) => {
  const words = say()
  const level = Math.max(0, unit.path.length - 1 - unit.path.indexOf(draft.owner))
  const put = (isOn: boolean) =>
    change({ chosen: isOn ? [...draft.chosen, unit.id] : draft.chosen.filter((id) => id !== unit.id) })
  return (
    <li class={`round-level-${Math.min(level, deepestIndent)}`}>
      <Choice type="checkbox" checked={draft.chosen.includes(unit.id)} change={put}>
        {unit.name[language.value]}
        {unit.hasBelow ? words.own : ''}
        {unit.unreachable && <span class="chip bad">{words.unreachable}</span>}
      </Choice>
    </li>
  )
}

const UnitTree = ({ draft, change }: Omit<UnitsProps, 'problems'>) => {
  const words = say()
  const sought = useSignal('')
  const units = useUnits(draft.owner)
  if (units === undefined) return <p role="status">{words.loadingUnits}</p>
  if (!units.ok) return <p class="notice bad">{units.problem.detail}</p>
  const wanted = sought.value.trim().toLowerCase()
  const shown = units.value
    .filter(({ id, name }) => [id, name.zh, name.en].some((text) => text.toLowerCase().includes(wanted)))
    /* The tree in its order: by path, so that whoever stands below comes right after. */
    .sort((a, b) => (a.path.join(' ') < b.path.join(' ') ? -1 : 1))
  const ids = shown.map(({ id }) => id)
  const chosenHere = draft.chosen.filter((id) => units.value.some((unit) => unit.id === id))
  return (
    <div class="round-units">
      <p class="actions">
        <label>
          <span>{words.findUnit}</span>{' '}
          <input
            value={sought.value}
            autoComplete="off"
            onInput={({ currentTarget }) => {
              sought.value = currentTarget.value
            }}
          />
        </label>
        <button type="button" onClick={() => change({ chosen: [...new Set([...draft.chosen, ...ids])] })}>
          {words.chooseAll}
        </button>
        <button type="button" onClick={() => change({ chosen: draft.chosen.filter((id) => !ids.includes(id)) })}>
          {words.chooseNone}
        </button>
      </p>
      <p role="status">{words.chosenCount(chosenHere.length)}</p>
      {shown.length === 0 ? (
        <p>{words.noSuchUnit}</p>
      ) : (
        <ul class="round-tree" tabIndex={-1}>
          {shown.map((unit) => (
            <UnitChoice key={unit.id} unit={unit} draft={draft} change={change} />
          ))}
        </ul>
      )}
    </div>
  )
}

export const UnitsFields = ({ draft, problems, change }: UnitsProps) => {
  const words = say()
  return (
    <section class="card round-part">
      <h2>{words.who}</h2>
      <fieldset class="round-field" id="units" tabIndex={-1}>
        <legend class="unseen">{words.who}</legend>
        <ProblemOf problems={problems} field="units" />
        <Choice
          type="radio"
          name="units"
          checked={draft.units === 'below'}
          change={() => change({ units: 'below' })}
          hint={words.unitsBelowHint}
        >
          {words.unitsBelow}
        </Choice>
        <Choice type="radio" name="units" checked={draft.units === 'chosen'} change={() => change({ units: 'chosen' })}>
          {words.unitsChosen}
        </Choice>
        {draft.units === 'chosen' && <UnitTree draft={draft} change={change} />}
      </fieldset>
    </section>
  )
}
