/* Which rows of the board are shown, and in which order: pure, and all that a keystroke in the filter sets off. */
import type { Row } from './watch-board.ts'

export const states = [
  'missing',
  'toReview',
  'sentBack',
  'accepted',
  'notStarted',
  'drafting',
  'late',
  'extended',
  'trouble',
] as const
export type State = (typeof states)[number]
export const columns = ['unit', 'stage', 'progress', 'due', 'checks', 'activity', 'reminded'] as const
export type Column = (typeof columns)[number]

export interface View {
  readonly text: string
  readonly state: State | undefined
  readonly sort: Column | undefined
  readonly descending: boolean
}

const stageOrder = ['notStarted', 'drafting', 'sentBack', 'submitted', 'accepted'] as const

/** It still has to hand something in. */
export const owes = ({ stage }: Row): boolean => stage !== 'submitted' && stage !== 'accepted'

/** A letter to one of its people came back. */
export const bounced = ({ people }: Row): boolean =>
  people.some(({ role, address }) => role === 'reporter' && address !== 'ok')

const tests: Readonly<Record<State, (row: Row) => boolean>> = {
  missing: owes,
  toReview: ({ stage, collects }) => stage === 'submitted' && !collects,
  sentBack: ({ stage }) => stage === 'sentBack',
  accepted: ({ stage }) => stage === 'accepted',
  notStarted: ({ stage }) => stage === 'notStarted',
  drafting: ({ stage }) => stage === 'drafting',
  late: ({ timeliness }) => timeliness === 'late' || timeliness === 'overdue',
  extended: ({ extension }) => extension !== undefined,
  trouble: (row) => (owes(row) && (row.unreachable || row.timeliness === 'overdue')) || bounced(row),
}

export const isIn = (row: Row, state: State | undefined): boolean => state === undefined || tests[state](row)

/** What a text is looked for in, made once for a row. */
export const searched = ({ unit, name, people }: Row): string =>
  [unit, name.zh, name.en, ...people.flatMap((one) => [one.name, one.phone ?? ''])].join('\n').toLowerCase()

const part = ({ progress }: Row): number =>
  progress === undefined ? -1 : progress.filled / Math.max(progress.total, 1)

const orderOf: Readonly<Record<Column, (row: Row) => string | number>> = {
  unit: ({ unit }) => unit,
  stage: ({ stage }) => stageOrder.indexOf(stage),
  progress: part,
  due: ({ due }) => due.dueAt,
  checks: ({ failedChecks }) => failedChecks ?? -1,
  activity: ({ lastActivityAt }) => lastActivityAt ?? '',
  reminded: ({ reminded }) => reminded.times,
}

/** In the order that was chosen; units that are equal in it stay as they come. */
export const sorted = (
  rows: readonly Row[],
  { sort, descending }: Pick<View, 'sort' | 'descending'>,
): readonly Row[] => {
  if (sort === undefined) return rows
  const keyed = rows.map((row, place) => ({ row, place, value: orderOf[sort](row) }))
  const sign = descending ? -1 : 1
  keyed.sort((a, b) => (a.value < b.value ? -sign : a.value > b.value ? sign : a.place - b.place))
  return keyed.map(({ row }) => row)
}

const isState = (text: string): text is State => states.some((state) => state === text)
const isColumn = (text: string): text is Column => columns.some((column) => column === text)

/** The view that an address asks for; what it does not know it leaves out. */
export const viewOf = (query: Readonly<Record<string, string>>): View => {
  const { q = '', state = '', sort = '' } = query
  const column = sort.replace(/^-/, '')
  return {
    text: q,
    state: isState(state) ? state : undefined,
    sort: isColumn(column) ? column : undefined,
    descending: sort.startsWith('-'),
  }
}

/** The query of an address that shows this view; `unit` is the collector. */
export const queryOf = ({ text, state, sort, descending }: View, unit: string | undefined): string => {
  const query = new URLSearchParams()
  if (unit !== undefined) query.set('unit', unit)
  if (text !== '') query.set('q', text)
  if (state !== undefined) query.set('state', state)
  if (sort !== undefined) query.set('sort', `${descending ? '-' : ''}${sort}`)
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}
