/* The columns of the appraisal: how each is said, and by what it is sorted. */
import type { ComponentChildren } from 'preact'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import { say } from './words.ts'

export type Appraisal = AnswerOf<Routes['getAppraisal']>
export type Row = Appraisal['rows'][number]

export interface Column {
  readonly id:
    | 'standing'
    | 'due'
    | 'first'
    | 'daysLate'
    | 'revisions'
    | 'sentBack'
    | 'corrections'
    | 'explained'
    | 'filledAtOnce'
  /** Sorts upwards by this: what needs a look first. Undefined stands last. */
  readonly by: (row: Row) => number | string | undefined
  readonly cell: (row: Row, zone: string) => ComponentChildren
}

const order = { missing: 0, late: 1, extended: 2, open: 3, onTime: 4 } as const
const colours = { missing: 'bad', late: 'bad', extended: 'warn', open: '', onTime: 'good' } as const

/* What is not kept of a middle unit's report is not nothing: it is said to a screen reader as such. */
const NotKept = () => (
  <>
    <span aria-hidden="true">{say().notKept}</span>
    <span class="unseen">{say().notKeptSaid}</span>
  </>
)

const Standing = ({ row }: { readonly row: Row }) => {
  const words = say()
  return (
    <>
      <span class={`chip ${colours[row.standing]}`}>{words[row.standing]}</span>{' '}
      {row.onBehalf === true && <span class="chip">{words.onBehalf}</span>}
      {row.extension !== undefined && (
        <small class="as-typed">{words.extendedTo(row.extension.dueInWords, row.extension.reason)}</small>
      )}
    </>
  )
}

const Corrections = ({ row }: { readonly row: Row }) => {
  const words = say()
  const { corrections, correctionDue } = row
  if (corrections === undefined) return <NotKept />
  const open =
    correctionDue === undefined
      ? ''
      : correctionDue.isOverdue
        ? words.correctionOverdue(correctionDue.dueInWords)
        : words.correctionDue(correctionDue.dueInWords)
  return (
    <>
      {words.corrected(corrections.onTime, corrections.late)}
      {open !== '' && <small>{open}</small>}
    </>
  )
}

const counted = (count: number | undefined, said: (count: number) => string): ComponentChildren =>
  count === undefined ? <NotKept /> : count === 0 ? '0' : said(count)

export const columns: readonly Column[] = [
  { id: 'standing', by: ({ standing }) => order[standing], cell: (row) => <Standing row={row} /> },
  { id: 'due', by: ({ dueAt }) => dueAt, cell: ({ dueInWords }) => dueInWords },
  {
    id: 'first',
    by: ({ firstSubmittedAt }) => firstSubmittedAt,
    cell: ({ firstSubmittedAt }, zone) => (firstSubmittedAt === undefined ? '' : momentInWords(firstSubmittedAt, zone)),
  },
  {
    id: 'daysLate',
    by: ({ daysLate }) => (daysLate === undefined ? undefined : -daysLate.calendar),
    cell: ({ daysLate }) => (daysLate === undefined ? '' : say().days(daysLate.calendar, daysLate.working)),
  },
  {
    id: 'revisions',
    by: ({ revisions }) => (revisions === undefined ? undefined : -revisions),
    cell: ({ revisions }) => counted(revisions, say().times),
  },
  {
    id: 'sentBack',
    by: ({ timesSentBack }) => (timesSentBack === undefined ? undefined : -timesSentBack),
    cell: ({ timesSentBack }) => counted(timesSentBack, say().times),
  },
  {
    id: 'corrections',
    by: ({ corrections, correctionDue }) =>
      corrections === undefined
        ? undefined
        : -(corrections.late * 1000 + (correctionDue === undefined ? 0 : 500) + corrections.onTime),
    cell: (row) => <Corrections row={row} />,
  },
  {
    id: 'explained',
    by: ({ explained }) => (explained === undefined ? undefined : -(explained.B + explained.C)),
    cell: ({ explained, isReport }) =>
      isReport === true ? <NotKept /> : explained === undefined ? '' : say().reasons(explained.B, explained.C),
  },
  {
    id: 'filledAtOnce',
    by: ({ filledAtOnce }) => (filledAtOnce === undefined ? undefined : -filledAtOnce),
    cell: ({ filledAtOnce, isReport }) =>
      isReport === true ? <NotKept /> : filledAtOnce === undefined ? '' : counted(filledAtOnce, say().cells),
  },
]

export const unitName = (row: Row): string => row.name[language.value]
