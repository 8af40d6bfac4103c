/* When a round opens and is due: for everybody, and for levels that have a due moment of their own. */
import type { LevelDraft, RoundDraft } from './draft.ts'
import { ProblemOf, type Problems, TextField } from './field.tsx'
import { say } from './form-words.ts'
import { MomentField } from './moment-field.tsx'

interface WhenProps {
  readonly draft: RoundDraft
  readonly problems: Problems
  readonly change: (part: Partial<RoundDraft>) => void
  /** What cannot change any more stands elsewhere. */
  readonly isNew: boolean
  readonly mayOpen: boolean
}

const levels = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

const Level = ({ at, index, draft, problems, change }: WhenProps & { at: LevelDraft; index: number }) => {
  const words = say()
  const put = (part: Partial<LevelDraft>) =>
    change({ levels: draft.levels.map((one, i) => (i === index ? { ...one, ...part } : one)) })
  return (
    <li>
      <div class="round-field">
        <label for={`level-${index}-level`}>{words.level}</label>
        <ProblemOf problems={problems} field={`level-${index}-level`} />
        <select
          id={`level-${index}-level`}
          value={at.level}
          onChange={({ currentTarget }) => put({ level: currentTarget.value })}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {words.levelIs(level)}
            </option>
          ))}
        </select>
      </div>
      <MomentField
        id={`level-${index}`}
        label={words.dueOfLevel(at.level)}
        value={at.due}
        zone={draft.zone}
        problems={problems}
        change={(due) => put({ due })}
      />
      <button
        type="button"
        class="plain"
        onClick={() => change({ levels: draft.levels.filter((_, i) => i !== index) })}
      >
        {words.removeLevel(at.level)}
      </button>
    </li>
  )
}

export const WhenFields = (props: WhenProps) => {
  const { draft, problems, change, isNew, mayOpen } = props
  const words = say()
  const free = levels.find((level) => level !== '0' && !draft.levels.some((one) => one.level === level))
  return (
    <section class="card round-part">
      <h2>{words.when}</h2>
      {mayOpen && (
        <MomentField
          id="opens"
          label={words.opens}
          hint={words.opensHint}
          value={draft.opens}
          zone={draft.zone}
          problems={problems}
          change={(opens) => change({ opens })}
        />
      )}
      <MomentField
        id="due"
        label={words.due}
        hint={words.dueHint}
        value={draft.due}
        zone={draft.zone}
        problems={problems}
        change={(due) => change({ due })}
      />
      <fieldset class="round-field">
        <legend>{words.levels}</legend>
        <p class="hint">{words.levelsHint}</p>
        <ul class="round-list">
          {draft.levels.map((at, index) => (
            <Level key={index} {...props} at={at} index={index} />
          ))}
        </ul>
        {free !== undefined && (
          <button type="button" onClick={() => change({ levels: [...draft.levels, { level: free, due: draft.due }] })}>
            {words.addLevel}
          </button>
        )}
      </fieldset>
      {isNew && (
        <TextField
          id="zone"
          label={words.zone}
          hint={words.zoneHint}
          value={draft.zone}
          problems={problems}
          change={(zone) => change({ zone })}
          size="middle"
          maxLength={60}
        />
      )}
    </section>
  )
}
