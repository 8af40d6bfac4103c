/* The bare `rounds` function: the board of a round. */
import { peopleOf, unitsAndBoard } from './board.ts'
import { dueInWords, type Event, handlerOf, targetsOf } from './request.ts'
import type { Item, Table } from './table.ts'

const getBoard = async (table: Table, event: Event) => {
  const { round, unit } = await targetsOf(table, event, ['coordinator', 'leader'])
  const [own, below] = await Promise.all([
    peopleOf(table, unit['parent'], unit['id']),
    unitsAndBoard(table, round['id'], unit['id']),
  ])
  const { rows } = below
  const all = [unit, ...below.units]
  const people: readonly Item[][] = [own, ...below.people]
  const now = new Date().toISOString()
  const due = { dueAt: round['dueAt'], why: 'round', inWords: dueInWords(round['dueAt'], round['zone']) }
  return {
    rows: all.map((one, i) => {
      const row = rows.find((other) => other['unit'] === one['id'])
      const first = row?.['now'].firstSubmittedAt
      return {
        unit: one['id'],
        name: one['name'],
        stage: row?.['now'].stage ?? 'notStarted',
        due,
        timeliness:
          first === undefined ? (now < due.dueAt ? 'open' : 'overdue') : first < due.dueAt ? 'onTime' : 'late',
        revisions: row?.['now'].revisions ?? 0,
        people: (people[i] ?? []).map(({ name, email, phone, posts }) => ({ name, email, phone, posts })),
        ...(row === undefined
          ? {}
          : {
              progress: row['summary'],
              failedChecks: row['summary'].failedChecks,
              lastActivityAt: row['lastActivityAt'],
            }),
      }
    }),
  }
}

export const handler = handlerOf({ 'GET /api/rounds/{round}/board': getBoard })
