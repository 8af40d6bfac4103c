/* Handing in: revision with its hash, receipt, figures, letter and log in one transaction. */
import { createHash } from 'node:crypto'
import { peopleOf } from './board.ts'
import { counts, money } from './form.ts'
import { type Event, Refused, targetsOf } from './request.ts'
import { logKey, stillAt } from './save.ts'
import { assessed, cellsOf, loadReturn } from './stored.ts'
import { type Item, isNew, put, stillOpen, type Table, transact } from './table.ts'

const sorted = (cells: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)))

interface Post {
  readonly unit: string
  readonly role: string
}

const signs = ['preparedBy', 'reviewedBy', 'confidentialityReviewedBy', 'phone']

export const submitReturn = async (table: Table, event: Event) => {
  const { round, unit, by } = await targetsOf(table, event, ['reporter', 'coordinator'])
  const body = JSON.parse(event.body ?? '')
  const signOff = body?.signOff
  if (typeof body?.version !== 'number' || signs.some((name) => typeof signOff?.[name] !== 'string'))
    throw new Refused(400, 'version and signOff')
  const roundId: string = round['id']
  const unitId: string = unit['id']
  const staff: readonly Item[] = await peopleOf(table, unit['parent'], unitId)
  const people = staff.filter((person) =>
    person['posts'].some((post: Post) => post.unit === unitId && post.role === 'reporter'),
  )
  const { head, draft, lastYear } = await loadReturn(table, roundId, unitId, round['year'])
  const now = head?.['now']
  if (now?.receipt?.version === body.version) return now.receipt
  if (round['stage'] !== 'open' || now?.stage !== 'drafting') throw new Refused(409, 'not submittable')
  if (now.version !== body.version) throw new Refused(409, 'outdated')
  const cells = cellsOf(draft)
  const { checks, summary } = assessed(cells, lastYear?.['cells'])
  if (checks.length > 0 || summary.filled < summary.total) throw new Refused(422, 'checks failed')
  const at = new Date().toISOString()
  const n = now.revisions + 1
  const facts = {
    number: `${roundId}-${unitId}-${n}`,
    revision: n,
    submittedAt: at,
    dueAt: round['dueAt'],
    timeliness: (now.firstSubmittedAt ?? at) < round['dueAt'] ? 'onTime' : 'late',
    version: now.version,
  }
  const forms = ['ogi-2021@1']
  const plain = { round: roundId, unit: unitId, revision: n, forms, reasons: [], signOff, at, by, previous: now.head }
  const text = JSON.stringify({ ...plain, cells: sorted(cells), receipt: facts })
  const hash = createHash('sha256').update(text, 'utf8').digest('hex')
  const receipt = { ...facts, hash }
  const place = { unit: unitId, collector: head?.['collector'] }
  const state = { version: now.version + 1, revisions: n, head: hash, timesSentBack: now.timesSentBack }
  const first = { firstSubmittedAt: now.firstSubmittedAt ?? at, firstTimeliness: facts.timeliness }
  const corrections = { onTime: 0, late: 0 }
  const handedIn = { explained: { B: 0, C: 0 }, filledAtOnce: 0, firstDueAt: round['dueAt'], corrections }
  const moved = { ...state, ...first, handedIn, stage: 'submitted', submittedAt: at }
  const row = { ...place, now: { ...moved, by, receipt }, summary, lastActivityAt: at }
  const pk = `RETURN#${roundId}#${unitId}`
  const sk = `REVISION#${String(n).padStart(5, '0')}`
  const [inTables, texts]: [Record<string, unknown>, [string, unknown][]] = [{}, []]
  for (const [cell, value] of Object.entries(cells))
    if (cell.endsWith('.text')) texts.push([cell, value])
    else inTables[cell] = value
  const numbers: Record<string, unknown> = {}
  for (const cell of [...counts, money]) if (cells[cell] !== undefined) numbers[cell] = cells[cell]
  const figures = {
    ...{ kind: 'figures', round: roundId, collector: place.collector, unit: unitId, scope: 'own', lists: {} },
    ...{ state: 'provisional', cells: numbers, revision: n, hash, submittedAt: at, by, unitsIn: 1 },
    timeliness: facts.timeliness,
  }
  const letters = people.map((person) => {
    const key = `${roundId}_${place.collector}_receipt-${unitId}_${n}_${person['id']}`
    const { id: personId, name, email, language } = person
    const units = [{ unit: unitId, name: unit['name'], dueAt: round['dueAt'], dueWhy: 'round' }]
    const about = { round: roundId, roundTitle: round['title'], year: round['year'], zone: round['zone'] }
    const to = { personId, name, email, language, role: 'reporter' }
    return { key, personId, letter: { key, ...about, to, units, createdAt: at, kind: 'receipt', receipt } }
  })
  await transact(table, [
    stillOpen(table, roundId),
    put(table, { pk, sk: 'DRAFT#HEAD', ...row }, stillAt(now.version)),
    put(table, { pk: `BOARD#${roundId}#${place.collector}`, sk: unitId, ...row, kind: 'status' }),
    put(
      table,
      {
        ...{ pk, sk: logKey(at, moved.version), at, by, what: 'submitted' },
        facts: { revision: n, hash, timeliness: facts.timeliness },
      },
      isNew,
    ),
    put(table, { pk, sk, ...plain, cells: inTables, receipt }, isNew),
    ...texts.map(([cell, value]) => put(table, { pk, sk: `${sk}#TEXT#${cell}`, cell, text: value })),
    put(table, { pk: `FIGURES#${roundId}#${place.collector}`, sk: `${unitId}#own`, ...figures }),
    ...letters.map(({ key, personId, letter }) =>
      put(
        table,
        {
          ...{ pk: `LETTERS#${roundId}#${place.collector}`, sk: key, kind: 'letter', letter, carrier: 'documents' },
          ...{ attempts: 0, version: 1, outcome: { state: 'queued', owedFrom: at }, until: at },
          waits: `LETTER#documents#${[...personId].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 4}`,
        },
        isNew,
      ),
    ),
  ])
  return receipt
}
