/* What a round is, in words: for whoever looks at it before or after its opening. */
import { language } from '../language.ts'
import { dayTimeInWords, dueTimeInWords } from '../zoned-moment.ts'
import type { Round } from './draft.ts'
import { type ListedUnit, nameOf } from './round-units.ts'
import { say } from './settings-words.ts'
import type { ListedForm } from './what-fields.tsx'
import { say as sayOfRounds } from './words.ts'

interface FactsProps {
  readonly round: Round
  readonly units: readonly ListedUnit[]
  readonly forms: readonly ListedForm[]
}

const calendarIn = ({ calendar }: Round): string => {
  const words = say()
  const { id, extraDaysOff = [], extraWorkdays = [] } = calendar
  return [
    id === 'weekends' ? words.weekends : words.cn,
    ...(extraDaysOff.length > 0 ? [words.daysOff(extraDaysOff.join(' '))] : []),
    ...(extraWorkdays.length > 0 ? [words.workdays(extraWorkdays.join(' '))] : []),
  ].join(language.value === 'zh' ? '；' : '; ')
}

const fewUnits = 12

const UnitsOf = ({ round, units }: Omit<FactsProps, 'forms'>) => {
  const words = say()
  if (round.units === 'below') return <>{words.allBelow}</>
  const names = round.units.map((id) => nameOf(units, id)).join(language.value === 'zh' ? '、' : ', ')
  const count = words.someUnits(round.units.length)
  if (round.units.length <= fewUnits) return <>{`${count}${sayOfRounds().colon}${names}`}</>
  return (
    <details>
      <summary>{count}</summary>
      {names}
    </details>
  )
}

export const RoundFacts = ({ round, units, forms }: FactsProps) => {
  const words = say()
  const comma = language.value === 'zh' ? '、' : ', '
  const titles = round.forms.map((id) => forms.find((form) => form.id === id)?.title[language.value] ?? id)
  const facts = [
    [words.owner, nameOf(units, round.owner)],
    [words.year, words.yearIs(round.year)],
    [words.forms, titles.join(comma)],
    [words.units, <UnitsOf round={round} units={units} />],
    [words.opens, dayTimeInWords(round.opensAt, round.zone)],
    [words.due, dueTimeInWords(round.dueAt, round.zone)],
    ...Object.entries(round.dueByLevel).map(
      ([level, at]) => [words.levelDue(level), dueTimeInWords(at, round.zone)] as const,
    ),
    [words.zone, round.zone === 'Asia/Shanghai' ? words.beijing : round.zone],
    [words.calendar, calendarIn(round)],
    [words.kind, round.statutory ? words.statutory : words.internal],
    ...(round.extraChecks.length > 0 ? [[words.extraCheck, words.r7x] as const] : []),
    [words.id, round.id],
  ] as const
  return (
    <dl class="round-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
