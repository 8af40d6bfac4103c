/*
 * The bare page: table 3 as native inputs in a native table, as one would write it without us. One listener adds up
 * the row and the column. No checks, no last year, no saving.
 */
/// <reference lib="dom" />
import type { Row } from '../../../shared/form/form.ts'
import { figures, inputColumns, onOpen, table, totals } from './table-three.ts'

const total = totals()

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

const addressOf = (row: string, column: string): string => `${table.id}.${row}.${column}`

const rowHtml = ({ id, label, computed }: Row): string => {
  const cells = table.columns.map((column) => {
    const address = addressOf(id, column.id)
    const name = `data-cell="${address}" aria-label="${escaped(`${label.zh} ${column.label.zh}`)}"`
    return computed !== undefined || column.computed !== undefined
      ? `<td><output ${name}></output></td>`
      : `<td><input ${name} inputmode="numeric" value="${figures[address] ?? ''}"></td>`
  })
  return `<tr><th scope="row">${escaped(label.zh)}</th>${cells.join('')}</tr>`
}

onOpen((place) => {
  const head = table.columns.map(({ label }) => `<th scope="col">${escaped(label.zh)}</th>`).join('')
  place.innerHTML = `<table><thead><tr><th></th>${head}</tr></thead><tbody>${table.rows.map(rowHtml).join('')}</tbody></table>`
  const cells = new Map<string, HTMLElement>()
  for (const cell of place.querySelectorAll<HTMLElement>('[data-cell]')) cells.set(cell.dataset['cell'] ?? '', cell)
  const figureAt = (row: string, column: string): number => {
    const cell = cells.get(addressOf(row, column))
    return Number(cell instanceof HTMLInputElement ? cell.value : cell?.textContent) || 0
  }
  const show = (row: string, column: string, sum: number): void => {
    const cell = cells.get(addressOf(row, column))
    if (cell !== undefined) cell.textContent = String(sum)
  }
  const addRow = (row: string): void =>
    show(
      row,
      total.column.id,
      inputColumns.reduce((sum, { id }) => sum + figureAt(row, id), 0),
    )
  const addColumn = (column: string): void =>
    show(
      total.row.id,
      column,
      total.rowIsSumOf.reduce((sum, id) => sum + figureAt(id, column), 0),
    )
  for (const { id } of inputColumns) addColumn(id)
  for (const { id } of table.rows) addRow(id)
  place.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    const [, row = '', column = ''] = (target.dataset['cell'] ?? '').split('.')
    addRow(row)
    addColumn(column)
    addRow(total.row.id)
  })
})
