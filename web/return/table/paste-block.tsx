/* What a copied block would do to the table, before it does it: a part of the page, not a window over it. Fetched at the first paste. */
import { batch } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fieldAt } from '../../../shared/form/fields.ts'
import { readValue } from '../../../shared/form/read-value.ts'
import { language } from '../../language.ts'
import { withoutHeadings } from './clipboard-block.ts'
import { blockOf } from './clipboard-html.ts'
import { type Desk, focusCell, type Pasting, slotOf } from './desk.ts'
import { fitted, type Unread } from './fitting.ts'
import { headingsOf } from './headings.ts'
import { type Copied, type Held, pasteOne } from './paste.ts'
import { say } from './paste-words.ts'
import './paste-block.css'

const mostNamed = 12
const mostOfText = 30

const shortened = (text: string): string => (text.length > mostOfText ? `${text.slice(0, mostOfText)}…` : text)

const Unreadable = ({ unread }: { readonly unread: readonly Unread[] }) => {
  if (unread.length === 0) return null
  const words = say()
  return (
    <>
      <p class="bad">{words.pasteUnread(unread.length)}</p>
      <ul>
        {unread.slice(0, mostNamed).map(({ line, column, slot, text, why }) => (
          <li key={slot.address}>
            {words.pasteUnreadAt(line, column, slot.says[language.value], shortened(text))}
            {why[language.value]}
          </li>
        ))}
        {unread.length > mostNamed && <li>{words.pasteMore(unread.length - mostNamed)}</li>}
      </ul>
    </>
  )
}

const sentencesOf = (desk: Desk, pasting: Pasting): readonly string[] => {
  const words = say()
  const { lines, columns, at, filled, replaced, cleared, dashes, computed, outside, headings } = pasting
  const says = slotOf(desk, at)?.says[language.value] ?? at
  const when = (count: number, sentence: string): readonly string[] => (count > 0 ? [sentence] : [])
  return [
    words.pasteSize(lines, columns, says),
    ...when(headings.lines + headings.columns, words.pasteHeadings(headings.lines, headings.columns)),
    filled + cleared === 0 ? words.pasteNothing : words.pasteWill(filled),
    ...when(replaced, words.pasteReplaces(replaced)),
    ...when(cleared, words.pasteClears(cleared)),
    ...when(dashes, words.pasteDashes(dashes)),
    ...when(computed, words.pasteComputed(computed)),
    ...when(outside, words.pasteOutside(outside)),
  ]
}

const Preview = ({ desk, pasting }: { readonly desk: Desk; readonly pasting: Pasting }) => {
  const words = say()
  const box = useRef<HTMLElement>(null)
  const changed = pasting.filled + pasting.cleared
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), [])
  const end = (): void => {
    desk.pasting.value = undefined
    focusCell(desk, pasting.at)
  }
  const paste = (): void => {
    batch(() => desk.open.put(pasting.cells))
    end()
    desk.message.value = words.pasted(changed)
  }
  return (
    <section
      class="paste-preview"
      ref={box}
      aria-labelledby="paste-title"
      aria-describedby="paste-says"
      onKeyDown={(event) => {
        if (event.key === 'Escape') end()
      }}
    >
      <h3 id="paste-title">{words.pasteTitle}</h3>
      <div id="paste-says">
        {sentencesOf(desk, pasting).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <Unreadable unread={pasting.unread} />
      </div>
      <p class="actions">
        {changed > 0 && (
          <button type="button" class="main" aria-describedby="paste-says" onClick={paste}>
            {words.paste}
          </button>
        )}
        <button type="button" aria-describedby="paste-says" onClick={end}>
          {changed > 0 ? words.cancel : words.close}
        </button>
      </p>
    </section>
  )
}

export const PastePreview = ({ desk }: { readonly desk: Desk }) => {
  const pasting = desk.pasting.value
  return pasting === undefined ? null : <Preview desk={desk} pasting={pasting} />
}

/** Shows what the block would do; one value is put in as it is. */
export const pasteBlock = (desk: Desk, { control, address }: Held, copied: Copied): void => {
  const whole = blockOf(copied)
  if (whole.length <= 1 && (whole[0]?.length ?? 0) <= 1) {
    pasteOne(desk, control, whole[0]?.[0] ?? '')
    return
  }
  desk.message.value = ''
  const { block, ...headings } = withoutHeadings(whole, headingsOf(desk))
  const { open } = desk
  const laid = fitted(desk.grid, address, block, {
    read: (slot, text) => {
      const field = fieldAt(open.form, slot.address)
      return field === undefined ? { ok: false, message: slot.says } : readValue(field, text)
    },
    now: (at) => {
      const { value, notApplicable } = open.cell(at).peek()
      return notApplicable === undefined ? value : { na: notApplicable }
    },
  })
  desk.pasting.value = { ...laid, headings }
}
