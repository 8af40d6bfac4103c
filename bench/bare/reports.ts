/* The bare `reports` function: the report of a unit, added up and proven against the revisions. */
import { unitsAndBoard } from './board.ts'
import { counts, failuresOf, money, totalsOf } from './form.ts'
import { type Event, handlerOf, targetsOf } from './request.ts'
import { get, query, type Table } from './table.ts'

type Cells = Readonly<Record<string, unknown>>

const micro = (text: unknown): bigint => {
  const [whole = '0', part = ''] = String(text ?? '0').split('.')
  return BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'))
}

const addedUp = (all: readonly Cells[]): Record<string, unknown> => {
  const sum: Record<string, unknown> = {}
  for (const cell of counts) sum[cell] = all.reduce((part, cells) => part + Number(cells[cell] ?? 0), 0)
  const fees = String(all.reduce((part, cells) => part + micro(cells[money]), 0n)).padStart(7, '0')
  sum[money] = `${fees.slice(0, -6)}.${fees.slice(-6)}`.replace(/\.?0+$/, '')
  return sum
}

const getReport = async (table: Table, event: Event) => {
  const { round, unit } = await targetsOf(table, event, ['coordinator', 'leader'])
  const at = { round: String(round['id']), unit: String(unit['id']) }
  const membersOf = () => query(table, `FIGURES#${at.round}#${at.unit}`)
  const [stored, members, lastYear] = await Promise.all([
    get(table, `REPORT#${at.round}#${at.unit}`),
    membersOf(),
    get(table, `HISTORY#${at.unit}`, `${round['year'] - 1}#report`),
  ])
  const { units, rows } = await unitsAndBoard(table, at.round, at.unit)
  const revisionsOf = (of: typeof members) =>
    Promise.all(
      of.map(async (member) => {
        const n = String(member['revision']).padStart(5, '0')
        const items = await query(table, `RETURN#${at.round}#${member['unit']}`, `REVISION#${n}`)
        const texts = items
          .filter((item) => typeof item['text'] === 'string')
          .map((item) => [item['cell'], item['text']])
        const cells: Cells = items[0]?.['cells'] ?? {}
        return { unit: member['unit'], cells, texts: Object.fromEntries(texts) }
      }),
    )
  const [own, revisions, proof] = await Promise.all([
    get(table, `REPORT#${at.round}#${at.unit}`, 'TEXT'),
    revisionsOf(members),
    membersOf().then(revisionsOf),
  ])
  const figures = addedUp(members.map((member) => member['cells']))
  const totals = totalsOf(figures)
  const raw = addedUp(proof.map(({ cells }) => cells))
  const differing = Object.keys(raw).filter((cell) => raw[cell] !== figures[cell])
  const before: Cells | undefined = lastYear?.['cells']
  return {
    figures: { ...figures, ...totals },
    in: members.map(({ cells: _cells, lists: _lists, ...member }) => member),
    missing: [unit, ...units]
      .filter((one) => !members.some((member) => member['unit'] === one['id']))
      .map((one) => ({
        unit: one['id'],
        name: one['name'],
        row: rows.find((row) => row['unit'] === one['id'])?.['now'],
      })),
    checks: [...failuresOf(figures, totals, before), ...differing],
    yearOnYear: counts.map((cell) => ({ cell, now: figures[cell], last: before?.[cell] ?? null })),
    narratives: {
      own: own?.['cells'] ?? {},
      units: Object.fromEntries(revisions.map(({ unit, texts }) => [unit, texts])),
    },
    hash: stored?.['hash'] ?? '',
  }
}

export const handler = handlerOf({ 'GET /api/rounds/{round}/report': getReport })
