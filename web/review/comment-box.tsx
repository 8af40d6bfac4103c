/*
 * The comment on one cell: what was said of it last time and what the unit answered, what a colleague wrote, and the
 * box. What is typed is saved by itself (keeping.ts).
 */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Address } from '../../shared/form/form.ts'
import { cellName } from '../changes/change-text.ts'
import { useComposing } from '../return/composing.ts'
import type { Reviewed } from './reviewed.ts'
import { say } from './words.ts'
import { textAt } from './written.ts'

interface AtCell {
  readonly reviewed: Reviewed
  readonly cell: Address
}

/** Comments of the last sending back on this cell, with the unit's answers. */
export const LastComments = ({ reviewed: { answer }, cell }: AtCell) => {
  const words = say()
  const here = answer.comments.filter((comment) => comment.cell === cell)
  if (here.length === 0) return null
  return (
    <div class="last-comment">
      {here.map(({ text, answer: said }) => (
        <div key={text}>
          <p class="as-typed">{words.lastComment(text)}</p>
          <p class="as-typed">
            {said === undefined ? <span class="hint">{words.noAnswer}</span> : words.answered(said.by.name, said.text)}
          </p>
        </div>
      ))}
    </div>
  )
}

const Dispute = ({ reviewed: { keeping }, cell }: AtCell) => {
  const words = say()
  const { saved, disputed } = keeping.written.value
  const theirs = saved.get(cell)
  if (!disputed.has(cell) || theirs === undefined) return null
  const mine = textAt(keeping.written.value, cell)
  return (
    <div class="notice warn" role="alert">
      <p>{words.disputed(theirs.by.name)}</p>
      <dl class="both">
        <dt>{words.theirs}</dt>
        <dd class="as-typed">{theirs.text}</dd>
        <dt>{words.mine}</dt>
        <dd class="as-typed">{mine}</dd>
      </dl>
      <p class="actions">
        <button type="button" onClick={() => keeping.settle(cell, 'theirs')}>
          {words.keepTheirs}
        </button>
        <button type="button" onClick={() => keeping.settle(cell, 'mine')}>
          {words.keepMine}
        </button>
      </p>
    </div>
  )
}

export const CommentBox = ({ reviewed, cell }: AtCell) => {
  const { keeping, form, answer, openCell } = reviewed
  const words = say()
  const name = cellName(form, cell)
  const box = useRef<HTMLTextAreaElement>(null)
  const written = keeping.written.value
  const text = textAt(written, cell)
  const typing = useComposing(text, (typed) => keeping.type(cell, typed))
  const by = written.saved.get(cell)?.by
  /* Before the next key: what is typed right after opening belongs in here. */
  useLayoutEffect(() => box.current?.focus(), [])
  const close = (): void => {
    openCell.value = undefined
    void keeping.flush()
    document.getElementById(`at-${cell}`)?.focus()
  }
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    close()
  }
  const id = `comment-${cell}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the box, wherever in it the focus is
    <div class="comment-box" onKeyDown={closeOnEscape}>
      <LastComments reviewed={reviewed} cell={cell} />
      <Dispute reviewed={reviewed} cell={cell} />
      {answer.reviewer?.mayReview === true && (
        <>
          <label for={id}>{words.writeAt(name)}</label>
          <textarea {...typing} ref={box} id={id} rows={2} maxLength={2000} />
        </>
      )}
      <p class="actions">
        <button type="button" class="plain" onClick={close}>
          {words.close}
        </button>
        {answer.reviewer?.mayReview === true && text !== '' && (
          <button type="button" class="plain" onClick={() => keeping.type(cell, '')}>
            {words.remove}
          </button>
        )}
        {by !== undefined && by.id !== answer.you.id && <span class="hint">{words.by(by.name)}</span>}
      </p>
    </div>
  )
}
