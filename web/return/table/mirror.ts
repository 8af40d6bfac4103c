/*
 * Keeps inputs and totals as the open return has them: a keystroke writes the few cells it changes, and no part of the
 * table is drawn again.
 */
import type { Address } from '../../../shared/form/form.ts'
import { language } from '../../language.ts'
import type { OpenReturn } from '../open-return.ts'
import type { Control } from './control.ts'
import { element } from './element.ts'
import { faceOf, sentencesAt, type Tag } from './face.ts'
import { say } from './words.ts'

interface Shown {
  readonly box: HTMLElement
  readonly seen: Node
  readonly heard: Node
}

/** Where the words of a cell stand: its box, and the element that they describe. */
interface Place {
  readonly address: Address
  readonly box: HTMLElement
  readonly described: Element
  shown?: Shown | undefined
  said: string
}

const noTags: readonly Tag[] = []
const nothing: readonly string[] = []
/* Nobody types into a computed cell. */
const noText = { text: '' }

const tagsToClone = (): HTMLElement => {
  const [box, heard] = [element('small', 'cell-tags'), element('span', 'unseen')]
  heard.append(new Text())
  box.append(new Text(), heard)
  return box
}

let empty: HTMLElement | undefined

/* A key that unsettles a balance marks eight cells at once: their words are cloned, like the cells. */
const made = ({ address, box: cell }: Place): Shown | undefined => {
  empty ??= tagsToClone()
  const box = empty.cloneNode(true)
  const [seen, heard] = [box.firstChild, box.lastChild?.firstChild]
  if (!(box instanceof HTMLElement) || !seen || !heard) return undefined
  box.id = `${address}-says`
  cell.append(box)
  return { box, seen, heard }
}

/** Shows the words at a cell and, to those who hear the page, the sentences behind them. */
const showTags = (place: Place, tags: readonly Tag[], sentences: readonly string[]): void => {
  if (tags.length === 0) {
    if (place.said === '') return
    place.said = ''
    if (place.shown !== undefined) place.shown.box.hidden = true
    place.described.removeAttribute('aria-describedby')
    return
  }
  const words = say()
  const seen = tags.map((tag) => words[tag]).join(' · ')
  const heard = sentences.length === 0 ? '' : words.colon + sentences.join(' ')
  if (seen + heard === place.said) return
  place.shown ??= made(place)
  const { shown, said, described } = place
  if (shown === undefined) return
  place.said = seen + heard
  shown.seen.nodeValue = seen
  shown.heard.nodeValue = heard
  if (said !== '') return
  shown.box.hidden = false
  described.setAttribute('aria-describedby', shown.box.id)
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
  const place: Place = { address, box, described: control, said: '' }
  let isDrawn = false
  let look = 'cell'
  let invalid = false
  const draw = (): void => {
    const { state, mark, conflict } = open.look(address)
    const face = faceOf({ state, mark, conflict, commented })
    const text = isList ? (state.notApplicable === undefined ? String(state.value ?? '') : 'na') : state.text
    if (isDrawn) showText(control, text)
    else if (text !== '') control.value = text
    isDrawn = true
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
    const found = isSaid ? sentencesAt(address, state, open.findings.peek(), language.peek()) : nothing
    showTags(place, face.tags, found)
  }
  draw()
  return open.watch(address, draw)
}

/** Mirrors a computed cell. */
export const mirrorComputed = (open: OpenReturn, address: Address, output: HTMLElement, box: HTMLElement) => {
  const place: Place = { address, box, described: output, said: '' }
  let look = 'cell sum'
  /* Asking the page what stands there costs as much as writing it. */
  let written = ''
  const draw = (isHurried = false): void => {
    const { text, incomplete, mark } = open.total(address)
    if (text !== written) {
      written = text
      if (output.firstChild === null) output.textContent = text
      else output.firstChild.nodeValue = text
    }
    const now = `cell sum${incomplete ? ' incomplete' : ''}${mark === undefined ? '' : ` ${mark}`}`
    if (now !== look) {
      look = now
      box.className = now
    }
    if (isHurried) return
    if (mark === undefined) showTags(place, noTags, nothing)
    else showTags(place, [mark], sentencesAt(address, noText, open.findings.peek(), language.peek()))
  }
  draw()
  return open.watch(address, draw)
}
