/* A link to a cell: goes to its section and focuses it. The address holds the cell, so that it works from outside too. */
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import type { OpenReturn } from './open-return.ts'
import { addressOf } from './parts.ts'
import { wantedCell } from './wanted-cell.ts'

interface CellLinkProps {
  readonly open: OpenReturn
  readonly cell: string
  readonly children: ComponentChildren
}

export const sectionOf = (cell: string): string => cell.split('.')[0] ?? ''

export const CellLink = ({ open, cell, children }: CellLinkProps) => {
  const { route } = useLocation()
  const section = addressOf(open, sectionOf(cell))
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    /* The router listens at the window: it need not see this one. */
    event.stopPropagation()
    wantedCell.value = cell
    if (location.pathname !== section) route(section)
  }
  return (
    <a href={`${section}?cell=${encodeURIComponent(cell)}`} onClick={follow}>
      {children}
    </a>
  )
}
