/* Stays in view: how saving stands, in words, and the way on. Only what needs attention is read out. */
import { timeInWords } from '../moment.ts'
import { CellLink } from './cell-link.tsx'
import { useStaying } from './in-view.ts'
import type { OpenReturn, Saving } from './open-return.ts'
import { addressOf, isPartName } from './parts.ts'
import { stepsOf } from './steps.tsx'
import { say } from './words.ts'

const sentenceOf = (saving: Saving, zone: string): string => {
  const words = say()
  switch (saving.state) {
    case 'saved':
      return saving.at === undefined ? words.allSaved : words.saved(timeInWords(saving.at, zone))
    case 'saving':
      return words.saving
    case 'offline':
      return words.offline(saving.kept)
    case 'signedOut':
      return words.signedOut(saving.kept)
    case 'refused':
      return words.refused(saving.kept, saving.detail)
  }
}

const SavingState = ({ open }: { readonly open: OpenReturn }) => {
  const saving = open.saving.value
  const isFine = saving.state === 'saved' || saving.state === 'saving'
  const sentence = sentenceOf(saving, open.answer.value.round.zone)
  return (
    <p class={`saving ${saving.state === 'saved' ? 'ok' : isFine ? '' : 'bad'}`} data-saving={saving.state}>
      {saving.state === 'saved' && <span aria-hidden="true">✓ </span>}
      {sentence}
      <span class="unseen" role="status">
        {isFine ? '' : sentence}
      </span>
      {saving.state === 'refused' && saving.cell !== undefined && (
        <>
          {' '}
          <CellLink open={open} cell={saving.cell}>
            {say().toIt}
          </CellLink>
        </>
      )}
    </p>
  )
}

/* Nobody who looks at the bar alone takes what they typed for saved. */
const NotTaken = ({ open }: { readonly open: OpenReturn }) => {
  const count = open.untaken.value.length
  return (
    <p class="saving bad" role="status">
      {count === 0 ? '' : say().notTaken(count)}
    </p>
  )
}

const NotKept = ({ open }: { readonly open: OpenReturn }) =>
  open.keepsInBrowser.value ? null : (
    <p class="not-kept warn" role="status">
      {say().notKept}
    </p>
  )

const Undo = ({ open }: { readonly open: OpenReturn }) => (
  <>
    <button type="button" disabled={!open.canUndo.value} onClick={open.undo}>
      {say().undo}
    </button>
    <button type="button" class="redo" disabled={!open.canRedo.value} onClick={open.redo}>
      {say().redo}
    </button>
  </>
)

const Way = ({ open, part }: { readonly open: OpenReturn; readonly part: string }) => {
  const words = say()
  const steps = stepsOf(open)
  const at = steps.findIndex((step) => step.part === part)
  const before = steps[at - 1]
  const after = steps[at + 1]
  if (at < 0)
    return (
      <a class="btn" href={addressOf(open)}>
        {open.editable.value ? words.back : words.look}
      </a>
    )
  /* Whoever must sign in again has one thing to do. */
  const main = open.saving.value.state === 'signedOut' ? '' : ' main'
  return (
    <>
      {before !== undefined && (
        <a class="btn" href={addressOf(open, before.part)}>
          {words.previous}
        </a>
      )}
      {after !== undefined && (
        <a class={`btn${main}`} href={addressOf(open, after.part)}>
          {after.part === 'check' ? words.toCheck : words.next}
        </a>
      )}
    </>
  )
}

interface ActionBarProps {
  readonly open: OpenReturn
  readonly part: string
}

/* Where nothing is typed and nothing waits, there is only the way back, and no bar to hold in view. */
const isQuiet = (open: OpenReturn, part: string): boolean =>
  isPartName(part) && part !== 'check' && open.saving.value.state === 'saved' && open.untaken.value.length === 0

export const ActionBar = ({ open, part }: ActionBarProps) => {
  const staying = useStaying(0)
  return isQuiet(open, part) ? (
    <p class="actions">
      <Way open={open} part={part} />
    </p>
  ) : (
    <div class="action-bar" ref={staying}>
      {open.editable.value ? <SavingState open={open} /> : <NotTaken open={open} />}
      {open.editable.value && <NotKept open={open} />}
      {open.editable.value && !isPartName(part) && <Undo open={open} />}
      <Way open={open} part={part} />
    </div>
  )
}
