/* A colleague saved first: what they changed, and what of mine stands against it. */

import { dayInWords } from '../zoned-moment.ts'
import type { Changeable, Rebased } from './change-draft.ts'
import type { MomentDraft, RoundDraft } from './draft.ts'
import { say } from './form-words.ts'

const momentOf = ({ day, time }: MomentDraft): string => `${dayInWords(day)} ${time}`

const nameOf = (key: Changeable): string => say()[key]

const saidOf = (draft: RoundDraft, key: Changeable): string => {
  const words = say()
  const value = draft[key]
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (key === 'calendar') return draft.calendar === 'weekends' ? words.weekends : words.cn
  if (typeof value === 'string') return value.split('\n').join(' ')
  if (key === 'levels')
    return draft.levels.map(({ level, due }) => `${words.levelIs(level)} ${momentOf(due)}`).join('; ')
  return key === 'ladder' ? words.stepsOf(draft.ladder.length) : momentOf(key === 'opens' ? draft.opens : draft.due)
}

interface ColleagueProps {
  readonly rebased: Rebased
  readonly current: RoundDraft
}

export const Colleague = ({ rebased: { theirs, both }, current }: ColleagueProps) => {
  const words = say()
  return (
    <div class="notice warn" role="status">
      <p>
        <b>{words.colleague}</b>
      </p>
      <ul>
        {theirs.map((key) => (
          <li key={key}>{words.theirs(nameOf(key))}</li>
        ))}
        {both.map((key) => (
          <li key={key}>{words.both(nameOf(key), saidOf(current, key))}</li>
        ))}
      </ul>
    </div>
  )
}
