/* The bare `documents` function: a return as a Word file, one plain table per section, by the same library. */
import { totalsOf } from './form.ts'
import { type Answer, type Event, handlerOf, targetsOf } from './request.ts'
import { query, type Table } from './table.ts'

const wordFile = async (title: string, cells: Readonly<Record<string, unknown>>): Promise<Uint8Array> => {
  const { Document, Packer, Paragraph, Table: Grid, TableCell, TableRow, TextRun } = await import('docx')
  const rows = new Map<string, unknown[]>()
  for (const [cell, value] of Object.entries(cells)) {
    const row = cell.slice(0, cell.lastIndexOf('.'))
    rows.set(row, [...(rows.get(row) ?? []), value])
  }
  const cellOf = (text: string) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, size: 18 })] })] })
  const sections = [...new Set([...rows.keys()].map((row) => row.split('.')[0] ?? ''))]
  const children = sections.flatMap((section) => [
    new Paragraph({ text: section }),
    new Grid({
      rows: [...rows]
        .filter(([row]) => row.split('.')[0] === section)
        .map(([row, values]) => new TableRow({ children: [row, ...values.map(String)].map(cellOf) })),
    }),
  ])
  const file = new Document({ sections: [{ children: [new Paragraph({ text: title }), ...children] }] })
  return Packer.toBuffer(file)
}

const getReturnDocument = async (table: Table, event: Event): Promise<Answer> => {
  const { round, unit } = await targetsOf(table, event, ['reporter', 'coordinator', 'leader'])
  const pk = `RETURN#${round['id']}#${unit['id']}`
  const head = (await query(table, pk, 'DRAFT#')).find((item) => item['sk'] === 'DRAFT#HEAD')
  const revision = await query(table, pk, `REVISION#${String(head?.['now'].revisions).padStart(5, '0')}`)
  const cells: Record<string, unknown> = {
    ...revision[0]?.['cells'],
    ...Object.fromEntries(revision.slice(1).map((item) => [item['cell'], item['text']])),
  }
  const file = await wordFile(`${unit['name'].zh} ${round['title']}`, { ...cells, ...totalsOf(cells) })
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
    body: Buffer.from(file).toString('base64'),
    isBase64Encoded: true,
  }
}

export const handler = handlerOf({ 'GET /api/rounds/{round}/returns/{unit}/document': getReturnDocument })
