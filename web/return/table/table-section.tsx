/* A section of tables, filled in as in a spreadsheet: tables 2, 3 and 4 and those of the supplements. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { BlocksSection, MatrixSection } from '../../../shared/form/form.ts'
import { language } from '../../language.ts'
import type { OpenReturn } from '../open-return.ts'
import { CellStatus } from './cell-status.tsx'
import { type Desk, deskOf } from './desk.ts'
import { drawTable } from './draw-table.tsx'
import { listenersOf } from './keeping.ts'
import { blockPart } from './part.ts'
import { say } from './words.ts'
import './table.css'

const Sheets = ({ desk }: { readonly desk: Desk }) => {
  const frame = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const { current } = frame
    if (current === null) return undefined
    const ends = desk.sheets.map((sheet) => drawTable(desk, sheet, current))
    return () => {
      for (const end of ends) end()
    }
  }, [desk])
  return <section class="sheets scroll" ref={frame} aria-label={say().frame(desk.section.title[language.value])} />
}

const Preview = ({ desk }: { readonly desk: Desk }) => {
  const part = blockPart.here.value
  return part === undefined ? null : <part.PastePreview desk={desk} />
}

interface TableSectionProps {
  readonly open: OpenReturn
  readonly section: MatrixSection | BlocksSection
}

/** The tables of one section with the line of the cell in hand beneath. Heading and action bar are the page's. */
export const TableSection = ({ open, section }: TableSectionProps) => {
  const desk = useMemo(() => deskOf(open, section), [open, section])
  const listeners = useMemo(() => listenersOf(desk), [desk])
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    desk.root.element = root.current
  }, [desk])
  return (
    <div class="table-section" ref={root} {...listeners}>
      {/* Another language is another table: its labels change in every cell, its figures come from the mirror. */}
      <Sheets key={`${section.id} ${language.value}`} desk={desk} />
      <Preview desk={desk} />
      <CellStatus desk={desk} />
    </div>
  )
}
