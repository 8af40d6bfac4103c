/* What stands in the row beneath a line of the table: its help, and cells that two people changed (product E2), each fetched when it is needed. */
import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Words } from '../../../shared/form/form.ts'
import { language } from '../../language.ts'
import { Boundary } from '../../page/boundary.tsx'
import { later } from '../../page/later.tsx'
import type { Desk } from './desk.ts'
import type { Line } from './layout.ts'
import { say } from './words.ts'

const RowConflict = later(
  () => import('./row-conflict.tsx'),
  (part) => part.RowConflict,
)

type CellLine = Line & { readonly kind: 'cells' }

const help = signal<Readonly<Record<string, Words>> | undefined>(undefined)

const Help = ({ line }: { readonly line: CellLine }) => {
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (help.peek() !== undefined) return
    import('../../../shared/form/editions/application-help.ts').then(
      ({ applicationHelp }) => {
        help.value = applicationHelp
      },
      () => setFailed(true),
    )
  }, [])
  const texts = help.value
  const words = say()
  return (
    <div role="status">
      {failed && <p class="row-note">{words.notLoaded}</p>}
      {texts !== undefined &&
        line.rows.map(({ id, label }) => (
          <p class="row-note" key={id}>
            <b>{label[language.value]}</b>
            {words.colon}
            {texts[id]?.[language.value]}
          </p>
        ))}
    </div>
  )
}

interface RowBelowProps {
  readonly desk: Desk
  readonly line: CellLine
  readonly width: number
}

export const RowBelow = ({ desk, line, width }: RowBelowProps) => {
  const disputed = line.slots.filter(({ address }) => desk.open.disputed.value.has(address))
  return (
    <td colSpan={width}>
      {desk.helpOf.value === line.key && <Help line={line} />}
      {disputed.map((slot) => (
        <Boundary part key={slot.address}>
          <RowConflict desk={desk} slot={slot} />
        </Boundary>
      ))}
    </td>
  )
}
