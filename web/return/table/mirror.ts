/*
 * Keeps inputs and totals as the open return has them: a keystroke writes the few cells it changes, and no part of the
 * table is drawn again.
 */
import type { Address } from '../../../shared/form/form.ts'
import { language } from '../../language.ts'
import type { OpenReturn } from '../open-return.ts'
import type { Control } from './control.ts'
import { faceOf, sentencesOf, type Tag } from './face.ts'
import { say } from './words.ts'

/** Shows the words at a cell and, to those who hear the page, the sentences behind them. */
type ShowTags = (tags: readonly Tag[], sentences: readonly string[]) => void

const noTags: readonly Tag[] = []
const nothing: readonly string[] = []

const tagsIn = (box: HTMLElement, described: Element): ShowTags => {
  let shown: { readonly box: HTMLElement; readonly seen: Text; readonly heard: HTMLElement } | undefined
  let said = ''
  const made = () => {
    const parts = { box: document.createElement('small'), seen: new Text(), heard: document.createElement('span') }
    parts.box.className = 'cell-tags'
    parts.box.id = `${described.getAttribute('data-cell')}-says`
    parts.heard.className = 'unseen'
    parts.box.append(parts.seen, parts.heard)
    return parts
  }
  return (tags, sentences) => {
    const words = tags.length === 0 ? undefined : say()
    const seen = words === undefined ? '' : tags.map((tag) => words[tag]).join(' · ')
    const heard = words === undefined || sentences.length === 0 ? '' : words.colon + sentences.join(' ')
    if (seen + heard === said) return
    said = seen + heard
    if (seen === '') {
      if (shown !== undefined) shown.box.hidden = true
      described.removeAttribute('aria-describedby')
      return
    }
    shown ??= made()
    shown.seen.data = seen
    shown.heard.textContent = heard
    if (shown.box.parentNode === null) box.append(shown.box)
    shown.box.hidden = false
    described.setAttribute('aria-describedby', shown.box.id)
  }
}

const showText = (control: Control, text: string): void => {
  /* Writing what stands there already would move the caret. */
  if (control.value === text) return
  control.value = text
  if (control instanceof HTMLInputElement && control === document.activeElement) control.select()
}

/** Mirrors an input cell into `control` and the box around it, until the answer is called. */
export const mirrorCell = (open: OpenReturn, address: Address, control: Control, box: HTMLElement): (() => void) => {
  const isList = control instanceof HTMLSelectElement
  const commented = open.comments(address).length > 0
  const showTags = tagsIn(box, control)
  let look = 'cell'
  let invalid = false
  const draw = (): void => {
    const { state, mark, conflict } = open.look(address)
    const face = faceOf({ state, mark, conflict, commented })
    if (isList) showText(control, state.notApplicable === undefined ? String(state.value ?? '') : 'na')
    else showText(control, state.text)
    if (face.look !== look) {
      look = face.look
      box.className = look
    }
    if (face.invalid !== invalid) {
      invalid = face.invalid
      if (invalid) control.setAttribute('aria-invalid', 'true')
      else control.removeAttribute('aria-invalid')
    }
    const isSaid = state.problem !== undefined || mark !== undefined
    showTags(face.tags, isSaid ? sentencesOf(open, address, language.value) : nothing)
  }
  draw()
  return open.watch(address, draw)
}

/** Mirrors a computed cell. */
export const mirrorComputed = (open: OpenReturn, address: Address, output: HTMLElement, box: HTMLElement) => {
  const showTags = tagsIn(box, output)
  let look = 'cell sum'
  const draw = (): void => {
    const { text, incomplete, mark } = open.total(address)
    if (output.textContent !== text) output.textContent = text
    const now = `cell sum${incomplete ? ' incomplete' : ''}${mark === undefined ? '' : ` ${mark}`}`
    if (now !== look) {
      look = now
      box.className = now
    }
    if (mark === undefined) showTags(noTags, nothing)
    else showTags([mark], sentencesOf(open, address, language.value))
  }
  draw()
  return open.watch(address, draw)
}
