/* The sections, with how much of each needs reading and how many comments were written. */
import { language } from '../language.ts'
import { sectionOf } from '../return/cell-link.tsx'
import type { Reviewed } from './reviewed.ts'
import type { ToRead } from './to-read.ts'
import { say } from './words.ts'

interface ListProps {
  readonly reviewed: Reviewed
  readonly reading: ToRead
}

const focusTitle = (section: string) => (event: MouseEvent) => {
  event.preventDefault()
  event.stopPropagation()
  const title = document.getElementById(`title-${section}`)
  title?.focus()
  title?.scrollIntoView()
}

export const SectionList = ({ reviewed: { form, keeping }, reading: { outliers, findings } }: ListProps) => {
  const words = say()
  const cells = [...outliers.map(({ cell }) => cell), ...findings.map(({ cells: [first = ''] }) => first)]
  const notes = keeping.commented.value.split(' ').filter(Boolean)
  const within = (section: string, all: readonly string[]): number =>
    all.filter((cell) => sectionOf(cell) === section).length
  return (
    <nav class="card section-list no-print" aria-label={words.sections}>
      <ol>
        {form.sections.map(({ id, title, short = title }) => {
          const [flags, comments] = [within(id, cells), within(id, notes)]
          return (
            <li key={id}>
              <a href={`#title-${id}`} onClick={focusTitle(id)}>
                {short[language.value]}
              </a>
              {flags > 0 && <span class="chip warn">{words.flags(flags)}</span>}
              {comments > 0 && <span class="chip">{words.noteCount(comments)}</span>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
