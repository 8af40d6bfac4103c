/* One section of the form: what is wrong in it, what was said of it, and the work itself. Each part fails alone. */
import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Section } from '../../shared/form/form.ts'
import { Boundary } from '../page/boundary.tsx'
import { later } from '../page/later.tsx'
import { Findings } from './findings.tsx'
import { Narrative } from './narrative.tsx'
import type { OpenReturn } from './open-return.ts'
import { blanksIn } from './settling.ts'
import { TableSection } from './table/table-section.tsx'
import { focusWanted, wantedCell } from './wanted-cell.ts'

/* Most returns are opened at their first section, which is a narrative. The place of the buttons is kept for them. */
const Fill = later(
  () => import('./fill.tsx'),
  (part) => part.Fill,
  ({ open, section }) => <div class={blanksIn(open, section) > 0 ? 'fill waits' : 'fill'} />,
)

const List = later(
  () => import('./list.tsx'),
  (part) => part.List,
)

interface SectionProps {
  readonly open: OpenReturn
  readonly section: Section
}

const Work = ({ open, section }: SectionProps) => {
  switch (section.kind) {
    case 'narrative':
      return <Narrative open={open} section={section} />
    case 'list':
      return <List open={open} section={section} />
    case 'matrix':
    case 'blocks':
      return <TableSection open={open} section={section} />
  }
}

export const SectionPage = ({ open, section }: SectionProps) => {
  const page = useRef<HTMLDivElement>(null)
  const focus = () => page.current !== null && focusWanted(page.current)
  /* After the heading has taken the focus: a wanted cell comes before it. */
  useEffect(() => {
    setTimeout(focus)
  }, [section.id])
  useSignalEffect(() => {
    if (wantedCell.value !== undefined) setTimeout(focus)
  })
  const isTable = section.kind === 'matrix' || section.kind === 'blocks'
  return (
    <div ref={page} class={isTable ? 'with-table' : undefined}>
      <Boundary part>
        <Findings open={open} section={section.id} />
      </Boundary>
      {isTable && open.editable.value && (
        <Boundary part>
          <Fill open={open} section={section.id} />
        </Boundary>
      )}
      <Boundary part>
        <Work open={open} section={section} />
      </Boundary>
    </div>
  )
}
