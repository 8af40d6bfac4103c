import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../form/fields.ts'
import type { Form, Section } from '../form/form.ts'
import { allForms, joinForms } from '../form/forms.ts'
import type { TableBlock } from './document.ts'
import { tableOf } from './section-table.ts'
import { startColumns } from './table-grid.ts'

const printAddress = (address: string): string => address
const noRows = { rows: [], none: true, withUnits: true }
const tableOfSection = (section: Section, language: 'zh' | 'en' = 'zh'): TableBlock | undefined =>
  tableOf(section, printAddress, () => noRows, language, false)
const tableIn = (form: Form, id: string): TableBlock => {
  const section = form.sections.find((candidate) => candidate.id === id)
  const table = section && tableOfSection(section)
  if (!table) throw new Error(`no table ${id}`)
  return table
}

/** Every slot of the grid with the text of the cell that covers it; throws where two cells meet. */
const gridOf = (table: TableBlock): readonly (readonly (string | undefined)[])[] => {
  const grid: (string | undefined)[][] = table.rows.map(() => [])
  table.rows.forEach((row, rowIndex) => {
    let column = 0
    for (const cell of row) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1) {
        for (let across = 0; across < (cell.colSpan ?? 1); across += 1) {
          const line = grid[rowIndex + down]
          if (!line) throw new Error(`${cell.text} reaches below the table`)
          if (line[column + across] !== undefined) throw new Error(`${cell.text} overlaps`)
          line[column + across] = cell.text
        }
      }
    }
  })
  return grid
}

const sections = allForms.flatMap((form) =>
  form.sections.map((section) => ({ form: form.id, id: section.id, section })),
)
const printed = sections.filter(({ section }) => section.kind !== 'narrative')

describe.each(['zh', 'en'] as const)('printed tables (%s)', (language) => {
  it.each(printed)('$form $id fills its grid exactly, without holes and overlaps', ({ section }) => {
    const table = tableOfSection(section, language)
    if (!table) throw new Error('no table')
    const widths = gridOf(table).map((line) => line.filter((text) => text !== undefined).length)
    expect(widths).toEqual(table.rows.map(() => table.widths.length))
  })
})

describe('printed tables', () => {
  it.each(['ogi-2019', 'ogi-2021', 'police-supplement'])('of %s hold every cell of the form once', (id) => {
    const form = joinForms([id])
    const addresses = [...fieldsOf(form).values()]
      .filter((field) => field.kind !== 'narrative')
      .map((field) => field.address)
    const figures = form.sections
      .flatMap((section) => tableOfSection(section)?.rows ?? [])
      .flatMap((row) => row.filter((cell) => cell.role === 'number').map((cell) => cell.text))
    expect([...figures].sort()).toEqual([...addresses].sort())
  })

  it('leave headings alone on the rows that repeat', () => {
    for (const { section } of printed) {
      const table = tableOfSection(section)
      const roles = table?.rows.slice(0, table.headerRows).flatMap((row) => row.map((cell) => cell.role)) ?? []
      expect(roles.filter((role) => role === 'number' || role === 'label' || role === 'text')).toEqual([])
    }
  })
})

describe('table 2', () => {
  const rows = tableIn(joinForms(['ogi-2019']), 'proactive').rows

  it('sets each article over the full width and its own headings under it', () => {
    expect(rows[0]).toEqual([{ role: 'header', text: '第二十条第（一）项', colSpan: 4 }])
    expect(rows[1]?.map((cell) => cell.text)).toEqual([
      '信息内容',
      '本年新制作数量',
      '本年新公开数量',
      '对外公开总数量',
    ])
  })

  it('lets the last of two value columns span what is left', () => {
    const procurement = rows.at(-1)
    expect(procurement).toEqual([
      { role: 'label', text: '政府集中采购' },
      { role: 'number', text: 'proactive.procurement.projects', cell: 'proactive.procurement.projects' },
      { role: 'number', text: 'proactive.procurement.amount', cell: 'proactive.procurement.amount', colSpan: 2 },
    ])
  })

  it('lets a single value column of 2021 span all three', () => {
    const licensing = tableIn(joinForms(['ogi-2021']), 'proactive').rows[6]
    expect(licensing?.[1]).toMatchObject({ colSpan: 3 })
  })
})

describe('table 3', () => {
  const table = tableIn(joinForms(['ogi-2019']), 'requests')
  const grid = gridOf(table)

  it('has a corner of three by three and three heading rows', () => {
    expect(table.headerRows).toBe(3)
    expect(table.rows[0]?.[0]).toMatchObject({ role: 'note', colSpan: 3, rowSpan: 3 })
    expect(table.rows[0]?.[1]).toEqual({ role: 'header', text: '申请人情况', colSpan: 7 })
    expect(table.rows[1]).toEqual([
      { role: 'header', text: '自然人', rowSpan: 2 },
      { role: 'header', text: '法人或其他组织', colSpan: 5 },
      { role: 'header', text: '总计', rowSpan: 2 },
    ])
    expect(table.rows[2]).toHaveLength(5)
  })

  it('has 23 rows under them, 25 in the format of 2021', () => {
    expect(table.rows).toHaveLength(26)
    expect(tableIn(joinForms(['ogi-2021']), 'requests').rows).toHaveLength(28)
  })

  it('sets groups beside the rows they hold', () => {
    expect(table.rows[5]?.[0]).toEqual({ role: 'label', text: '三、本年度办理结果', rowSpan: 20 })
    expect(table.rows[5]?.[1]).toEqual({ role: 'label', text: '（一）予以公开', colSpan: 2 })
    expect(grid[7]?.slice(0, 3)).toEqual(['三、本年度办理结果', '（三）不予公开', '1.属于国家秘密'])
    expect(grid[24]?.slice(0, 3)).toEqual(['三、本年度办理结果', '（七）总计', '（七）总计'])
    expect(grid[25]?.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => '四、结转下年度继续办理'))
  })

  it('has each figure in its row and column', () => {
    expect(grid[7]?.[4]).toBe('requests.stateSecret.business')
    expect(grid[25]?.[9]).toBe('requests.carriedOut.total')
  })
})

describe('table 4', () => {
  const table = tableIn(joinForms(['ogi-2019']), 'disputes')

  it('has one row of fifteen figures', () => {
    expect(table.rows).toHaveLength(4)
    expect(table.rows[3]?.map((cell) => cell.text)[5]).toBe('disputes.directSuit.upheld')
    expect(table.rows[3]).toHaveLength(15)
  })

  it('lets litigation span its two blocks', () => {
    expect(table.rows[0]).toEqual([
      { role: 'header', text: '行政复议', colSpan: 5, rowSpan: 2 },
      { role: 'header', text: '行政诉讼', colSpan: 10 },
    ])
    expect(table.rows[1]?.map((cell) => cell.text)).toEqual(['未经复议直接起诉', '复议后起诉'])
  })
})

describe('a list', () => {
  const section = joinForms(['police-supplement']).sections.find((candidate) => candidate.kind === 'list')
  const rowsWith = (list: Parameters<typeof tableOf>[2]) =>
    section ? (tableOf(section, printAddress, list, 'zh', true)?.rows ?? []).slice(1) : []

  it('says 无 over the full width when there are none, and stays empty when nothing was said', () => {
    expect(rowsWith(() => ({ rows: [], none: true, withUnits: false }))).toEqual([
      [{ role: 'text', text: '无', colSpan: 3 }],
    ])
    expect(rowsWith(() => ({ rows: [], none: false, withUnits: false }))[0]?.[0]?.text).toBe('')
  })

  it('names the unit of each row where units are joined', () => {
    const values = { name: '平安乐都', platform: '微信', supervised: true }
    const [row] = rowsWith(() => ({ rows: [{ unit: '乐都', values }], none: false, withUnits: true }))
    expect(row?.map((cell) => cell.text)).toEqual(['乐都', '平安乐都', '微信', '是'])
  })
})

describe('the start of a cell on the grid', () => {
  it('skips columns that a span from above covers', () => {
    const cell = (text: string, spans = {}) => ({ text, role: 'text' as const, ...spans })
    expect(startColumns([[cell('a', { rowSpan: 2 }), cell('b')], [cell('c')], [cell('d', { colSpan: 2 })]])).toEqual([
      [0, 1],
      [1],
      [0],
    ])
  })
})
