/*
 * A section of the form as sheets: header cells with their spans, lines of cells, and the grid of cells in which the
 * arrow keys move. Table 2 is one sheet per block, because every block has columns of its own; table 4 is one line of
 * all its cells, as it is printed (国办公开办函〔2021〕30号), so that a line copied from the printed form fits.
 */
import type { Address, BlocksSection, Column, Group, MatrixSection, Row, Words } from '../../../shared/form/form.ts'

/** One cell of the table. `says` names it in full: group and row, group and column, measure. */
export interface Slot {
  readonly address: Address
  readonly row: Row
  readonly column: Column
  readonly computed: boolean
  readonly says: Words
}

export interface HeadCell {
  readonly key: string
  readonly label: Words
  readonly measure?: string
  readonly columns: number
  readonly lines: number
}

export type Line =
  | { readonly kind: 'group'; readonly key: string; readonly label: Words; readonly depth: number }
  | {
      readonly kind: 'cells'
      readonly key: string
      /** Absent where the rows stand side by side and name themselves in the header. */
      readonly label?: Words
      readonly depth: number
      readonly rows: readonly Row[]
      readonly slots: readonly Slot[]
    }

export type CellLine = Line & { readonly kind: 'cells' }

export interface Sheet {
  readonly key: string
  /** The article of a block; a matrix has the title of its section. */
  readonly caption?: Words
  /** What stands over the row labels; absent where there are none. */
  readonly corner?: Words
  readonly head: readonly (readonly HeadCell[])[]
  readonly lines: readonly Line[]
}

export type Grid = readonly (readonly Slot[])[]

/* ---- headers: a tree of groups, laid out in lines ---- */

interface HeadNode {
  readonly id: string
  readonly label: Words
  readonly measure?: string
  readonly under: readonly HeadNode[]
}

type Grouped = { readonly id: string; readonly label: Words; readonly group?: string }

/** The groups that hold an item, outermost first. */
export const groupsOf = (item: Pick<Grouped, 'group'>, groups: readonly Group[]): readonly Group[] => {
  const found = groups.find(({ id }) => id === item.group)
  return found === undefined ? [] : [...groupsOf(found.in === undefined ? {} : { group: found.in }, groups), found]
}

const inTree = <T extends Grouped>(
  items: readonly T[],
  groups: readonly Group[],
  nodeOf: (item: T) => HeadNode,
  depth = 0,
): readonly HeadNode[] => {
  const nodes: HeadNode[] = []
  for (let at = 0; at < items.length; ) {
    const item = items[at]
    if (item === undefined) break
    const group = groupsOf(item, groups)[depth]
    let end = at + 1
    if (group === undefined) nodes.push(nodeOf(item))
    else {
      while (end < items.length && groupsOf(items[end] ?? {}, groups)[depth] === group) end += 1
      nodes.push({ id: group.id, label: group.label, under: inTree(items.slice(at, end), groups, nodeOf, depth + 1) })
    }
    at = end
  }
  return nodes
}

const widthOf = ({ under }: HeadNode): number =>
  under.length === 0 ? 1 : under.reduce((sum, node) => sum + widthOf(node), 0)
const heightOf = ({ under }: HeadNode): number => 1 + Math.max(0, ...under.map(heightOf))

const linesOfHead = (nodes: readonly HeadNode[]): readonly (readonly HeadCell[])[] => {
  const height = Math.max(0, ...nodes.map(heightOf))
  const lines: HeadCell[][] = Array.from({ length: height }, () => [])
  const lay = (node: HeadNode, from: number, path: string): void => {
    const key = `${path}${node.id}`
    const lower = node.under.length === 0 ? 0 : Math.max(...node.under.map(heightOf))
    const measure = node.measure === undefined ? {} : { measure: node.measure }
    lines[from]?.push({ key, label: node.label, ...measure, columns: widthOf(node), lines: height - from - lower })
    for (const below of node.under) lay(below, height - lower, `${key}.`)
  }
  for (const node of nodes) lay(node, 0, '')
  return lines
}

const columnNode = (column: Column): HeadNode => ({
  id: column.id,
  label: column.label,
  ...(column.measure === undefined || column.label.zh.includes(column.measure) ? {} : { measure: column.measure }),
  under: [],
})

/* ---- cells ---- */

const within = (language: 'zh' | 'en', item: Grouped, groups: readonly Group[]): string =>
  [groupsOf(item, groups).slice(-1)[0], item]
    .map((one) => one?.label[language] ?? '')
    .join(' ')
    .trim()

type Groups = Pick<MatrixSection, 'rowGroups' | 'columnGroups'>

const noGroups: Groups = { rowGroups: [], columnGroups: [] }

const spoken = (item: Row | Column, groups: readonly Group[]): Words => {
  const measure = 'measure' in item && item.measure !== undefined ? `（${item.measure}）` : ''
  return { zh: `${within('zh', item, groups)}${measure}`, en: within('en', item, groups) }
}

/** The cells of rows and columns, row by row; the names of both are put together once each. */
const slotsOf = (
  section: string,
  rows: readonly Row[],
  columns: readonly Column[],
  { rowGroups, columnGroups }: Groups,
): readonly (readonly Slot[])[] => {
  const named = columns.map((column) => [column, spoken(column, columnGroups)] as const)
  return rows.map((row) => {
    const { zh, en } = spoken(row, rowGroups)
    return named.map(([column, name]) => ({
      address: `${section}.${row.id}.${column.id}`,
      row,
      column,
      computed: row.computed !== undefined || column.computed !== undefined,
      says: { zh: `${zh}，${name.zh}`, en: `${en}, ${name.en}` },
    }))
  })
}

/** A row of cells, under a heading line for every group that begins with it. */
const linesOfRows = (section: MatrixSection): readonly Line[] => {
  let before: readonly Group[] = []
  const cells = slotsOf(section.id, section.rows, section.columns, section)
  return section.rows.flatMap((row, at) => {
    const groups = groupsOf(row, section.rowGroups)
    const opened = groups.filter((group) => !before.includes(group))
    before = groups
    const headings = opened.map((group): Line => {
      return { kind: 'group', key: `${group.id}:${row.id}`, label: group.label, depth: groups.indexOf(group) }
    })
    const slots = cells[at] ?? []
    return [...headings, { kind: 'cells', key: row.id, label: row.label, depth: groups.length, rows: [row], slots }]
  })
}

const inRows = (section: MatrixSection): Sheet => ({
  key: section.id,
  corner: section.cornerNote ?? { zh: '项目', en: 'Item' },
  head: linesOfHead(inTree(section.columns, section.columnGroups, columnNode)),
  lines: linesOfRows(section),
})

const sideBySide = (section: MatrixSection): Sheet => {
  const rowNode = (row: Row): HeadNode => ({
    id: row.id,
    label: row.label,
    under: inTree(section.columns, section.columnGroups, columnNode),
  })
  const slots = slotsOf(section.id, section.rows, section.columns, section).flat()
  return {
    key: section.id,
    head: linesOfHead(inTree(section.rows, section.rowGroups, rowNode)),
    lines: [{ kind: 'cells', key: section.id, depth: 0, rows: section.rows, slots }],
  }
}

const inBlocks = (section: BlocksSection): readonly Sheet[] =>
  section.blocks.map(({ article, columns, rows }, at) => {
    const cells = slotsOf(section.id, rows, columns, noGroups)
    return {
      key: `${section.id}.${at}`,
      caption: article,
      corner: section.rowHeader,
      head: linesOfHead(columns.map(columnNode)),
      lines: rows.map((row, line) => {
        return { kind: 'cells', key: row.id, label: row.label, depth: 0, rows: [row], slots: cells[line] ?? [] }
      }),
    }
  })

const laidOut = (section: MatrixSection | BlocksSection): readonly Sheet[] => {
  if (section.kind === 'blocks') return inBlocks(section)
  return [section.layout === 'rows' ? inRows(section) : sideBySide(section)]
}

const known = new WeakMap<MatrixSection | BlocksSection, readonly Sheet[]>()

/** The sheets of a section, in print order; laid out once. */
export const sheetsOf = (section: MatrixSection | BlocksSection): readonly Sheet[] => {
  const sheets = known.get(section) ?? laidOut(section)
  known.set(section, sheets)
  return sheets
}

/** All cells, line by line: where the keys move and a pasted block is laid. */
export const gridOf = (sheets: readonly Sheet[]): Grid =>
  sheets.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'cells' ? [line.slots] : [])))
