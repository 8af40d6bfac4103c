/* The returns that wait, one a line; a box to tick where no check has anything to say. */
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import type { Waiting } from './next.ts'
import { say } from './words.ts'

interface TableProps {
  readonly waiting: readonly Waiting[]
  readonly zone: string
  readonly chosen: ReadonlySet<string>
  readonly choose: (units: ReadonlySet<string>) => void
  readonly addressOf: (unit: string) => string
}

export const WaitingTable = ({ waiting, zone, chosen, choose, addressOf }: TableProps) => {
  const words = say()
  const clean = waiting.filter(({ flags }) => flags === 0).map(({ unit }) => unit)
  const isAll = clean.length > 0 && clean.every((unit) => chosen.has(unit))
  const toggle = (unit: string): void => {
    choose(new Set(chosen.has(unit) ? [...chosen].filter((one) => one !== unit) : [...chosen, unit]))
  }
  return (
    <div class="scroll">
      <table class="waiting as-cards">
        <caption>
          {clean.length > 0 && (
            <label class="tick">
              <input type="checkbox" checked={isAll} onChange={() => choose(new Set(isAll ? [] : clean))} />
              {words.chooseAll}
            </label>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.handedInAt}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ unit, name, flags, revisions, submittedAt }) => (
            <tr key={unit}>
              <th scope="row">
                {flags === 0 && (
                  <input
                    type="checkbox"
                    aria-label={words.choose(name[language.value])}
                    checked={chosen.has(unit)}
                    onChange={() => toggle(unit)}
                  />
                )}
                <a href={addressOf(unit)}>{name[language.value]}</a>
              </th>
              <td data-label={words.state}>
                <span class={`chip ${flags === 0 ? 'good' : 'warn'}`}>
                  {flags === 0 ? words.noFlags : words.flags(flags)}
                </span>
              </td>
              <td data-label={words.handedInAt}>
                {submittedAt === '' ? '' : `${momentInWords(submittedAt, zone)} · `}
                {words.revision(revisions)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
