/*
 * What the checks found, in the order of what they ask: correct, explain, consider. Each sentence names the cells and
 * the two values, and leads to the first of the cells. What is explained keeps its place: nothing moves away from under
 * the reason that is being written. Blank cells of a section are one calm line with their number.
 */
import { language } from '../language.ts'
import { later } from '../page/later.tsx'
import { CellLink } from './cell-link.tsx'
import type { OpenReturn, ShownFinding } from './open-return.ts'
import { blanksIn, findingsIn, isBlankFinding, mistakesIn, sorted } from './settling.ts'
import { say } from './words.ts'

/* Keeps the place of the field while it is fetched. */
const Reason = later(
  () => import('./reasons.tsx'),
  (part) => part.Reason,
  () => <div class="reason" />,
)

interface ListProps {
  readonly open: OpenReturn
  readonly all: readonly ShownFinding[]
  readonly title: string
  readonly id: string
  readonly kind: 'wrong' | 'toExplain' | 'explained' | 'hints'
}

const Item = ({ open, finding, withReason }: { open: OpenReturn; finding: ShownFinding; withReason: boolean }) => (
  <li>
    <CellLink open={open} cell={finding.cells[0] ?? ''}>
      {finding.message[language.value]}
    </CellLink>
    {withReason && <Reason open={open} finding={finding} />}
  </li>
)

const List = ({ open, all, title, id, kind }: ListProps) => {
  if (all.length === 0) return null
  return (
    <section class={`errors ${kind === 'wrong' ? '' : `calm ${kind}`}`} aria-labelledby={id}>
      <h2 id={id} class={kind === 'wrong' ? 'bad' : ''}>
        {title}
      </h2>
      <ul>
        {all.map((finding) => (
          <Item
            key={finding.key}
            open={open}
            finding={finding}
            withReason={kind === 'toExplain' || kind === 'explained'}
          />
        ))}
      </ul>
    </section>
  )
}

const Blanks = ({ open, section, first }: { open: OpenReturn; section: string; first: string | undefined }) => {
  const words = say()
  const blank = blanksIn(open, section)
  if (blank === 0 || first === undefined || !open.editable.value) return null
  return (
    <p class="hint blanks">
      {words.blankCells(blank)}{' '}
      <CellLink open={open} cell={first}>
        {words.toFirstBlank}
      </CellLink>
    </p>
  )
}

interface FindingsProps {
  readonly open: OpenReturn
  /** Findings of this section; absent: of the whole return, blank cells among them. */
  readonly section?: string
}

export const Findings = ({ open, section }: FindingsProps) => {
  const words = say()
  const { findings: found, sections } = open.overview.value
  const isTable = open.form.sections.some(({ id, kind }) => id === section && (kind === 'matrix' || kind === 'blocks'))
  const { wrong, asking, toExplain, explained, hints } = sorted(
    section === undefined ? found : mistakesIn(found, section, sections[section]),
  )
  return (
    <>
      <p class="unseen" role="status">
        {wrong.length > 0 ? words.mustCorrect(wrong.length) : ''}
      </p>
      <List open={open} all={wrong} title={words.mustCorrect(wrong.length)} id="findings-wrong" kind="wrong" />
      <List
        open={open}
        all={asking}
        title={[
          toExplain.length > 0 ? words.mustExplain(toExplain.length) : '',
          explained.length > 0 ? words.explained(explained.length) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        id="findings-asking"
        kind={toExplain.length > 0 ? 'toExplain' : 'explained'}
      />
      <List open={open} all={hints} title={words.hints(hints.length)} id="findings-hints" kind="hints" />
      {section !== undefined && isTable && (
        <Blanks open={open} section={section} first={findingsIn(found, section).find(isBlankFinding)?.cells[0]} />
      )}
    </>
  )
}
