/* A link to a cell of the page: opens nothing, brings it into view and focuses it. */
import type { ComponentChildren } from 'preact'
import type { Address } from '../../shared/form/form.ts'
import { sectionOf } from '../return/cell-link.tsx'

/* A cell that has no button (a whole section, a row that is gone) is looked for where it stands. */
const focusAt = (cell: Address): void => {
  const found = document.getElementById(`at-${cell}`) ?? document.getElementById(`title-${sectionOf(cell)}`)
  found?.focus()
  found?.scrollIntoView({ block: 'center', inline: 'nearest' })
}

interface ToCellProps {
  readonly cell: Address
  readonly children: ComponentChildren
}

export const ToCell = ({ cell, children }: ToCellProps) => (
  <a
    href={`#at-${cell}`}
    onClick={(event) => {
      event.preventDefault()
      event.stopPropagation()
      focusAt(cell)
    }}
  >
    {children}
  </a>
)
