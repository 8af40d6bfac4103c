/* A narrative under review: as it was typed, or with its changes marked; the text of last year beside it. */
import type { NarrativeSection } from '../../shared/form/form.ts'
import { differences, isOneText } from '../changes/differences.ts'
import { MarkedText } from '../changes/marked-text.tsx'
import { language } from '../language.ts'
import { CommentButton } from './comment-button.tsx'
import { beforeAt, lastYearAt, type Reviewed, valueAt } from './reviewed.ts'
import { say } from './words.ts'

interface TextProps {
  readonly reviewed: Reviewed
  readonly section: NarrativeSection
}

const Changed = ({ was, is, name }: { readonly was: string; readonly is: string; readonly name: string }) => {
  const pieces = differences(was, is)
  if (isOneText(pieces)) return <MarkedText pieces={pieces} name={name} />
  return (
    <>
      <p class="as-typed narrative">{is}</p>
      <details>
        <summary>{say().textBefore}</summary>
        <p class="as-typed">{was}</p>
      </details>
    </>
  )
}

export const TextSection = ({ reviewed, section }: TextProps) => {
  const words = say()
  const cell = `${section.id}.text`
  const [text, before, last] = [valueAt(reviewed, cell), beforeAt(reviewed, cell), lastYearAt(reviewed, cell)]
  return (
    <div class="card text-under-review">
      {text === '' ? (
        <p class="hint">{words.nothingWritten}</p>
      ) : before === undefined || before === '' ? (
        <p class="as-typed narrative">{text}</p>
      ) : (
        <Changed was={before} is={text} name={section.title[language.value]} />
      )}
      {last !== undefined && last !== '' && (
        <details>
          <summary>{words.lastYearText}</summary>
          <p class="as-typed">{last}</p>
        </details>
      )}
      <CommentButton reviewed={reviewed} cell={cell} />
    </div>
  )
}
