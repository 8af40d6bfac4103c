/*
 * A text of the report beside those of the units. A paragraph of a unit's can be taken over; whose it was stays written
 * under the text as long as it stands in it. Typed text outlives a refusal: of two who changed the same text the second
 * sees both.
 */
import { useState } from 'preact/hooks'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'
import type { OpenReport } from './report-page.tsx'
import { paragraphsOf, takenFrom, withParagraph } from './taken-over.ts'
import { say } from './words.ts'

interface TextProps {
  readonly open: OpenReport
  readonly cell: string
  readonly label: string
}

const textIn = (cells: Readonly<Record<string, unknown>>, cell: string): string => {
  const value = cells[cell]
  return typeof value === 'string' ? value : ''
}

type Outcome = { readonly said: string; readonly isBad: boolean } | undefined

const useSaving = ({ open, cell }: TextProps) => {
  const stored = textIn(open.report.narratives.own, cell)
  const [typed, type] = useState<string | undefined>(undefined)
  const [begun, begin] = useState(stored)
  const [outcome, tell] = useState<Outcome>(undefined)
  const text = typed ?? stored
  /* What a colleague has written here since the typing began. */
  const theirs = typed !== undefined && stored !== begun && stored !== typed ? stored : undefined
  return {
    text,
    theirs,
    outcome,
    isChanged: text !== stored,
    type: (next: string) => {
      if (typed === undefined) begin(stored)
      type(next)
      tell(undefined)
    },
    drop: () => {
      type(undefined)
      tell(undefined)
    },
    save: async () => {
      const { round, unit, report } = open
      const answer = await ask('patchReport', {
        path: { round: round.id },
        query: unit === undefined ? {} : { unit },
        body: { base: report.version, cells: { [cell]: text === '' ? null : text } },
      })
      /* Outdated: what is there now is asked for; the text stays, and pressing again means it. */
      tell({ said: answer.ok ? say().saved : answer.problem.detail, isBad: !answer.ok })
      if (answer.ok) begin(text)
      await open.again()
    },
  }
}

const Units = ({ open, cell, take }: Pick<TextProps, 'open' | 'cell'> & { take: (paragraph: string) => void }) => {
  const words = say()
  const texts = Object.entries(open.report.narratives.units).flatMap(([unit, cells]) => {
    const text = textIn(cells, cell)
    const name = open.report.in.find((member) => member.unit === unit)?.name[language.value] ?? unit
    return text === '' ? [] : [{ unit, name, paragraphs: paragraphsOf(text) }]
  })
  if (texts.length === 0) return <p class="hint">{words.noTexts}</p>
  return (
    <details open>
      <summary>{words.textsOf(texts.length)}</summary>
      {texts.map(({ unit, name, paragraphs }) => (
        <section key={unit} class="unit-text">
          <h3>{name}</h3>
          {paragraphs.map((paragraph, at) => (
            <div key={at} class="take-over">
              <p class="as-typed">{paragraph}</p>
              {open.isCoordinator && (
                <button type="button" class="plain" onClick={() => take(paragraph)}>
                  {words.takeOver}
                  <span class="unseen">{words.paragraphOf(name, at + 1)}</span>
                </button>
              )}
            </div>
          ))}
        </section>
      ))}
    </details>
  )
}

export const ReportText = (props: TextProps) => {
  const { open, cell, label } = props
  const words = say()
  const saving = useSaving(props)
  const sources = takenFrom(saving.text, open.report.narratives.units, cell)
  const nameOf = (unit: string) => open.report.in.find((member) => member.unit === unit)?.name[language.value] ?? unit
  return (
    <div class="two-texts">
      <div>
        {open.isCoordinator ? (
          <>
            <label for={cell}>{words.ownText(label)}</label>
            <textarea
              id={cell}
              rows={10}
              value={saving.text}
              onInput={(event) => saving.type(event.currentTarget.value)}
            />
            {saving.theirs !== undefined && (
              <div class="notice warn" role="alert">
                <p>
                  <b>{words.changedMeanwhile}</b>
                </p>
                <p class="as-typed">{saving.theirs}</p>
                <button type="button" onClick={saving.drop}>
                  {words.takeTheirs}
                </button>
              </div>
            )}
            <p class="actions">
              <button type="button" disabled={!saving.isChanged} onClick={saving.save}>
                {words.save}
              </button>
              <span role="status" class={saving.outcome?.isBad === true ? 'bad' : 'ok'}>
                {saving.outcome?.said ?? (saving.isChanged ? words.notSaved : '')}
              </span>
            </p>
          </>
        ) : (
          <p class="as-typed">{saving.text || words.blank}</p>
        )}
        {sources.length > 0 && <p class="hint">{words.takenFrom(sources.map(nameOf))}</p>}
      </div>
      <div>
        <Units open={open} cell={cell} take={(paragraph) => saving.type(withParagraph(saving.text, paragraph))} />
      </div>
    </div>
  )
}
