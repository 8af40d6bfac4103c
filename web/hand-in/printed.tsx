/* The neutral blocks of a document as a page: the same blocks that become the Word file (shared/report/document.ts). */
import type { Block, TableBlock, TableCell } from '../../shared/report/document.ts'

const Cell = ({ cell, isHead }: { cell: TableCell; isHead: boolean }) => {
  const spans = {
    ...(cell.colSpan === undefined ? {} : { colSpan: cell.colSpan }),
    ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
  }
  if (isHead)
    return (
      <th scope={cell.colSpan === undefined ? 'col' : 'colgroup'} {...spans}>
        {cell.text}
      </th>
    )
  if (cell.role === 'label' || cell.role === 'header')
    return (
      <th scope={cell.rowSpan === undefined ? 'row' : 'rowgroup'} {...spans}>
        {cell.text}
      </th>
    )
  return (
    <td class={cell.role} {...spans}>
      {cell.text}
    </td>
  )
}

const Table = ({ table }: { table: TableBlock }) => (
  /* A wide table scrolls inside its own frame; the frame takes focus so that the keyboard can scroll it. */
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
  <section class="printed-table" aria-label={table.caption} tabIndex={0}>
    <table>
      <caption class="unseen">{table.caption}</caption>
      <thead>
        {table.rows.slice(0, table.headerRows).map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <Cell key={column} cell={cell} isHead={true} />
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.rows.slice(table.headerRows).map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <Cell key={column} cell={cell} isHead={false} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const PrintedBlock = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'title':
      return (
        <p class="printed-title">
          {block.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )
    case 'heading':
      return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'note':
      return <p class="note">{block.text}</p>
    case 'table':
      return <Table table={block} />
    case 'signature':
      return (
        <p class="printed-signature">
          {[...block.lines, block.unit, block.date].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )
  }
}

/** A document as it will be printed, under the page's own headings. */
export const Printed = ({ blocks }: { blocks: readonly Block[] }) => (
  <div class="printed">
    {blocks.map((block, i) => (
      <PrintedBlock key={i} block={block} />
    ))}
  </div>
)
