/* The same tables and lines written straight with each library: spans and repeated heads as printed, no styles, no page. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx'
import Workbook from 'exceljs/lib/doc/workbook.js'
import type { TableCell as Cell, DocumentModel } from '../../shared/report/document.ts'
import { gridOf, linesOf, tablesOf } from '../document-tables.ts'

const docx = (model: DocumentModel): Promise<Uint8Array> => {
  const tables = tablesOf(model).map((table) => {
    const whole = table.widths.reduce((sum, width) => sum + width, 0)
    const widths = table.widths.map((width) => Math.round((width / whole) * 8845))
    const rows = table.rows.map(
      (row, down) =>
        new TableRow({
          cantSplit: true,
          tableHeader: down < table.headerRows,
          children: row.map(
            ({ text, colSpan = 1, rowSpan = 1 }) =>
              new TableCell({
                columnSpan: colSpan,
                rowSpan,
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size: 18 })] }),
                ],
              }),
          ),
        }),
    )
    return new Table({ layout: TableLayoutType.FIXED, columnWidths: widths, rows })
  })
  const children = [...linesOf(model).map((line) => new Paragraph(line)), ...tables]
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array')
}

const xlsx = async (model: DocumentModel): Promise<Uint8Array> => {
  const workbook = new Workbook()
  tablesOf(model).forEach((table, n) => {
    const sheet = workbook.addWorksheet(String(n))
    for (const row of gridOf(table))
      sheet.addRow(row.map((text) => (/^\d+$/.test(text) ? Number(text) : text))).eachCell((cell) => {
        cell.border = {
          top: { style: 'thin' },
          left: { style: 'thin' },
          bottom: { style: 'thin' },
          right: { style: 'thin' },
        }
      })
  })
  const text = workbook.addWorksheet('text')
  for (const line of linesOf(model)) text.addRow([line])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const fonts = ['400Regular', '700Bold'].map(
  (weight) => new URL(`../../node_modules/@expo-google-fonts/noto-serif-sc/${weight}/`, import.meta.url).pathname,
)
let compiler: NodeCompiler | undefined

const pdf = async (model: DocumentModel): Promise<Uint8Array> => {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fonts }] })
  const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  const tables = tablesOf(model).map((table) => {
    const cellOf = ({ text, colSpan = 1, rowSpan = 1 }: Cell): string =>
      `table.cell(colspan: ${colSpan}, rowspan: ${rowSpan}, ${quoted(text)})`
    const [head, body] = [table.rows.slice(0, table.headerRows), table.rows.slice(table.headerRows)]
    const header = head.length === 0 ? '' : `table.header(${head.flat().map(cellOf).join(', ')}),`
    return `#table(columns: (1fr,) * ${table.widths.length}, ${header} ${body.flat().map(cellOf).join(', ')})`
  })
  const lines = linesOf(model).map((line) => `#par(${quoted(line)})`)
  const mainFileContent = ['#set text(font: "Noto Serif SC", size: 9pt)', ...lines, ...tables].join('\n')
  const made = compiler.pdf({ mainFileContent })
  compiler.evictCache(5)
  return made
}

/** By format, as one would write them without us. */
export const bareFiles = { docx, xlsx, pdf } as const
