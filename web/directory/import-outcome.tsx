/* What a directory file would change, or what is wrong with it: by sheet, row and column, to be copied. */
import { useState } from 'preact/hooks'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import '../changes/changes.css'
import { language } from '../language.ts'
import { say } from './words.ts'

export type Imported = AnswerOf<Routes['importDirectory']>

interface Place {
  readonly sheet?: string | undefined
  readonly row?: number | undefined
  readonly column?: string | undefined
}

const placeOf = ({ sheet, row, column }: Place): string => {
  const words = say()
  return [
    sheet === undefined ? '' : words.sheetIs(sheet),
    row === undefined ? '' : words.rowIs(row),
    column === undefined ? '' : words.columnIs(column),
  ]
    .filter(Boolean)
    .join(language.value === 'zh' ? ' ' : ', ')
}

/* Not every browser of an office has the clipboard: an address without https has none. */
const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

interface TableProps {
  readonly caption: string
  readonly head: string
  readonly lines: readonly { readonly place: string; readonly words: string }[]
}

const Lines = ({ caption, head, lines }: TableProps) => (
  <div class="scroll">
    <table class="changes as-cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say().where}</th>
          <th scope="col">{head}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ place, words }, i) => (
          <tr key={i}>
            <td data-label={say().where}>{place}</td>
            <td data-label={head}>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

export const Problems = ({ read }: { readonly read: Imported }) => {
  const words = say()
  const [outcome, tell] = useState<boolean | undefined>(undefined)
  const lines = read.problems.map((one) => ({ place: placeOf(one), words: one.message[language.value] }))
  const text = lines.map(({ place, words: sentence }) => `${place}\t${sentence}`).join('\n')
  return (
    <section class="errors" role="alert" aria-labelledby="problems">
      <h2 id="problems">{words.problems(read.problems.length)}</h2>
      <p>{words.problemsIs}</p>
      <p class="actions">
        <button type="button" onClick={async () => tell(await copied(text))}>
          {words.copy}
        </button>
        <span role="status">{outcome === undefined ? '' : outcome ? words.copied : words.notCopied}</span>
      </p>
      <Lines caption={words.problems(read.problems.length)} head={words.problem} lines={lines} />
    </section>
  )
}

export const Changes = ({ read }: { readonly read: Imported }) => {
  const words = say()
  const { unitsNew, unitsChanged, peopleNew, peopleChanged, unchanged } = read.counts
  const counts = [
    [words.unitNew, unitsNew],
    [words.unitChanged, unitsChanged],
    [words.personNew, peopleNew],
    [words.personChanged, peopleChanged],
    [words.unchanged, unchanged],
  ] as const
  const lines = read.changes.map((change) => ({ place: placeOf(change), words: change.words[language.value] }))
  return (
    <>
      <dl class="counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {lines.length > 0 && <Lines caption={words.changes(lines.length)} head={words.change} lines={lines} />}
    </>
  )
}
