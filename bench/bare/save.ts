/* Saving cells: merged cell by cell, written in one transaction with the board's row and the log. */
import { badCells } from './form.ts'
import { type Event, Refused, targetsOf } from './request.ts'
import { assessed, cellsOf, loadReturn } from './stored.ts'
import { isNew, put, type Table, transact } from './table.ts'

const partOf = (cell: string): string => (cell.endsWith('.text') ? `TEXT#${cell.slice(0, -5)}` : 'CELLS')

export const stillAt = (version: number) => ({
  ConditionExpression: '#now.version = :version AND #now.stage IN (:from0, :from1)',
  ExpressionAttributeNames: { '#now': 'now' },
  ExpressionAttributeValues: { ':version': version, ':from0': 'drafting', ':from1': 'sentBack' },
})

export const logKey = (at: string, version: number): string => `LOG#${at}#${String(version).padStart(5, '0')}`

export const patchReturn = async (table: Table, event: Event) => {
  const { round, unit, by } = await targetsOf(table, event, ['reporter', 'coordinator'])
  const body = JSON.parse(event.body ?? '')
  if (typeof body !== 'object' || body === null || typeof body.base !== 'number' || typeof body.cells !== 'object')
    throw new Refused(400, 'base and cells')
  const sent: Record<string, unknown> = body.cells
  const bad = badCells(sent)
  if (bad.length > 0) throw new Refused(400, bad.join(', '))
  const { head, draft, lastYear } = await loadReturn(table, round['id'], unit['id'], round['year'])
  const now = head?.['now']
  if (round['stage'] !== 'open') throw new Refused(409, 'not open')
  if (now?.stage !== 'drafting' && now?.stage !== 'sentBack') throw new Refused(409, 'not editable')
  const at = new Date().toISOString()
  const version = now.version + 1
  const changed: string[] = []
  const next: Record<string, { v: unknown; n: number }> = { ...draft }
  for (const [cell, v] of Object.entries(sent)) {
    const known = draft[cell]
    if (known?.v === v) continue
    if (known !== undefined && known.n > body.base) throw new Refused(409, `stale: ${cell}`)
    const mark = { n: version, by, at, v }
    next[cell] = mark
    changed.push(cell)
  }
  const { computed, checks, summary } = assessed(cellsOf(next), lastYear?.['cells'])
  if (changed.length > 0) {
    const place = { unit: unit['id'], collector: head?.['collector'] }
    const row = { ...place, now: { ...now, version, stage: 'drafting' }, summary, lastActivityAt: at }
    const pk = `RETURN#${round['id']}#${unit['id']}`
    const parts: Record<string, Record<string, unknown>> = {}
    for (const cell of changed) parts[partOf(cell)] = {}
    for (const [cell, mark] of Object.entries(next)) {
      const part = parts[partOf(cell)]
      if (part !== undefined) part[cell] = mark
    }
    await transact(table, [
      put(table, { pk, sk: 'DRAFT#HEAD', ...row }, stillAt(now.version)),
      put(table, { pk: `BOARD#${round['id']}#${place.collector}`, sk: place.unit, ...row, kind: 'status' }),
      put(table, { pk, sk: logKey(at, version), at, by, what: 'saved', facts: { cells: changed } }, isNew),
      ...Object.entries(parts).map(([part, marks]) => put(table, { pk, sk: `DRAFT#${part}`, marks })),
    ])
  }
  const progress = { filled: summary.filled, total: summary.total }
  return { version: changed.length > 0 ? version : now.version, computed, incomplete: [], checks, progress }
}
