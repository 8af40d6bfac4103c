/* Typing, pasting, leaving a cell, taking back: every way in which somebody here changes what stands in the cells. */
import { type CellValue, isBlank } from '../../shared/form/cells.ts'
import { listMarkerAt } from '../../shared/form/fields.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import type { OpenReturn } from './open-return.ts'
import { contentOf } from './reading.ts'
import { type Steps, steps } from './undo.ts'
import { type Content, sameContent, type Waiting } from './waiting.ts'

/* After the last keystroke. */
const pauseMs = 400

interface EditsWorld {
  readonly form: Form
  readonly waiting: Waiting
  readonly isEditable: () => boolean
  /** Shows what has changed; `typing` while a text is being typed. */
  readonly show: (typing?: Address) => void
  readonly soon: (ms: number) => void
}

export interface Edits
  extends Pick<OpenReturn, 'type' | 'leave' | 'put' | 'resolve' | 'undo' | 'redo' | 'canUndo' | 'canRedo'> {
  /** The text as it is being typed. */
  readonly typed: (address: Address) => string | undefined
  readonly note: Steps['note']
  /** Nobody is typing any more. */
  readonly stop: () => void
}

export const editsOf = ({ form, waiting, isEditable, show, soon }: EditsWorld): Edits => {
  const typing = new Map<Address, string>()

  const put = (contents: ReadonlyMap<Address, Content>): void => {
    for (const [cell, content] of contents) {
      typing.delete(cell)
      waiting.set(cell, content)
    }
    show()
    soon(0)
  }
  const { note, end, undo, redo, ...taking } = steps(waiting.content, put)
  const whileEditable = (run: () => void) => (): void => {
    if (isEditable()) run()
  }

  /** A row as a whole stands for its cells: all of them, so that what a colleague wrote there meanwhile is met. */
  const spelledOut = (cells: Parameters<OpenReturn['put']>[0]): ReadonlyMap<Address, Content> =>
    new Map(
      Object.entries(cells).flatMap(([address, value]) => {
        const marker = listMarkerAt(form, address)
        return marker?.kind === 'row'
          ? marker.list.columns.map(({ id }) => [`${address}.${id}`, { value: null }] as const)
          : [[address, { value: isBlank(value) ? null : value }] as const]
      }),
    )

  /**
   * The rest of a row of a list that one removed while the other wrote into it: a cell that is kept against the removal
   * brings it back whole.
   */
  const rowBack = (address: Address, keep: 'theirs' | 'yours'): readonly (readonly [Address, CellValue])[] => {
    const [section, row, column] = address.split('.')
    const conflict = waiting.conflict(address)
    const kept = keep === 'yours' ? conflict?.yours : conflict?.theirs
    const isOfRow = column !== undefined && listMarkerAt(form, `${section}.${row}`)?.kind === 'row'
    if (conflict === undefined || isBlank(kept) || !isOfRow) return []
    if (!isBlank(conflict.yours) && !isBlank(conflict.theirs)) return []
    return Object.entries(waiting.goneWith(address)).filter(([cell]) => {
      const content = waiting.content(cell)
      return cell !== address && cell.startsWith(`${section}.${row}.`) && 'value' in content && isBlank(content.value)
    })
  }

  return {
    ...taking,
    undo: whileEditable(undo),
    redo: whileEditable(redo),
    note,
    typed: (address) => typing.get(address),
    stop: () => {
      end()
      for (const cell of typing.keys()) waiting.touch(cell)
      typing.clear()
    },
    type: (address, text) => {
      if (!isEditable()) return
      typing.set(address, text)
      const content = contentOf(form, address, text)
      note([{ cell: address, before: waiting.content(address), after: content }], address)
      waiting.set(address, content)
      waiting.touch(address)
      show(address)
      soon(pauseMs)
    },
    leave: (address) => {
      end()
      if (!typing.delete(address)) return
      waiting.touch(address)
      show()
      soon(0)
    },
    put: (cells) => {
      if (!isEditable()) return
      const changes = [...spelledOut(cells)]
        .map(([cell, after]) => ({ cell, before: waiting.content(cell), after }))
        .filter(({ before, after }) => !sameContent(before, after))
      if (changes.length === 0) return
      note(changes)
      put(new Map(changes.map(({ cell, after }) => [cell, after])))
    },
    resolve: (address, keep) => {
      const back = rowBack(address, keep)
      typing.delete(address)
      waiting.resolve(address, keep)
      for (const [cell, value] of back) waiting.set(cell, { value })
      show()
      soon(0)
    },
  }
}
