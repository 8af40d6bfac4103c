/* One sheet as a table: caption and header. Its body is drawn once per language and kept by mirror.ts. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { language } from '../../language.ts'
import type { Desk } from './desk.ts'
import { drawBody } from './draw-body.tsx'
import type { HeadCell, Sheet } from './layout.ts'
import { say } from './words.ts'

const HeadLabel = ({ cell }: { readonly cell: HeadCell }) => {
  const measure = cell.measure !== undefined && language.value === 'zh' ? `（${cell.measure}）` : ''
  return (
    <th scope={cell.columns > 1 ? 'colgroup' : 'col'} colSpan={cell.columns} rowSpan={cell.lines}>
      <span>
        {cell.label[language.value]}
        {measure}
      </span>
    </th>
  )
}

/** The measure stands in the caption where all columns share it, else in the header of each. */
const commonMeasure = ({ head }: Sheet): string | undefined => {
  const measures = new Set(head.flat().map(({ measure }) => measure))
  measures.delete(undefined)
  return head.length > 1 && measures.size === 1 ? [...measures][0] : undefined
}

const withoutMeasure = ({ measure, ...cell }: HeadCell): HeadCell => cell

interface SheetTableProps {
  readonly desk: Desk
  readonly sheet: Sheet
}

const Caption = ({ desk, sheet }: SheetTableProps) => {
  const measure = commonMeasure(sheet)
  return (
    <caption>
      <span class={sheet.caption === undefined ? 'unseen' : ''}>
        {(sheet.caption ?? desk.section.title)[language.value]}
      </span>
      {measure !== undefined && language.value === 'zh' && <small>{say().unit(measure)}</small>}
    </caption>
  )
}

const Head = ({ sheet }: { readonly sheet: Sheet }) => {
  const isCommon = commonMeasure(sheet) !== undefined
  return (
    <thead>
      {sheet.head.map((cells, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a header have no other name
        <tr key={at}>
          {at === 0 && sheet.corner !== undefined && (
            <th scope="col" rowSpan={sheet.head.length} class="corner">
              {sheet.corner[language.value]}
            </th>
          )}
          {cells.map((cell) => (
            <HeadLabel key={cell.key} cell={isCommon ? withoutMeasure(cell) : cell} />
          ))}
        </tr>
      ))}
    </thead>
  )
}

const widthOf = ({ head, corner }: Sheet): number =>
  (head[0] ?? []).reduce((sum, { columns }) => sum + columns, corner === undefined ? 0 : 1)

export const SheetTable = ({ desk, sheet }: SheetTableProps) => {
  const body = useRef<HTMLTableSectionElement>(null)
  useLayoutEffect(
    () => (body.current === null ? undefined : drawBody(desk, sheet.lines, widthOf(sheet), body.current)),
    [desk, sheet],
  )
  return (
    <table class={sheet.corner === undefined ? 'sheet side-by-side' : 'sheet'}>
      <Caption desk={desk} sheet={sheet} />
      <Head sheet={sheet} />
      <tbody ref={body} />
    </table>
  )
}
