/* What the text of a letter needs beside its facts, as the table has it now. */
import { joinForms } from '../../shared/form/forms.ts'
import { type Letter, plainOf } from '../../shared/reminder/letter.ts'
import type { LetterContext, MissingSection } from '../../shared/reminder/letter-context.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { calendarOf } from '../calendars.ts'
import { digestOf } from '../remind/digest-of.ts'
import type { Services } from '../services.ts'
import type { Board } from '../store/rounds.ts'

const checksInTheWay: Words = { zh: '数据勾稽', en: 'Checks' }

/** What is not finished: blank cells by section, or, where all is filled in, checks that stand in the way. */
const missingIn = (round: Round, board: Pick<Board, 'heads'>): Readonly<Record<UnitId, readonly MissingSection[]>> => {
  const { sections } = joinForms(round.forms)
  return Object.fromEntries(
    board.heads.map(({ unit, summary }) => {
      const blank = sections.flatMap(({ id, title }) => {
        const blankCells = summary.blanks[id]
        return blankCells === undefined ? [] : [{ title, blankCells }]
      })
      return [unit, blank.length === 0 && summary.failedChecks > 0 ? [{ title: checksInTheWay, blankCells: 0 }] : blank]
    }),
  )
}

/** The context of a letter under a collector. `board` holds at least the rows of the units that it names. */
export const contextOf = async (
  services: Services,
  letter: Letter,
  facts: { readonly round: Round; readonly board: Pick<Board, 'heads'>; readonly collector: UnitId },
  now: Instant,
): Promise<LetterContext> => {
  const { round, board, collector } = facts
  const [owner, people, digest] = await Promise.all([
    services.units.unit(round.owner),
    services.units.peopleOf(collector),
    plainOf(letter).kind === 'digest' ? digestOf(services, round, collector, now) : undefined,
  ])
  const coordinator = people.find((person) =>
    person.posts.some((post) => post.unit === collector && post.role === 'coordinator'),
  )
  return {
    now,
    link: services.link,
    page: services.reportPage,
    calendar: calendarOf(round.calendar),
    office: owner?.name ?? { zh: '', en: '' },
    coordinator: coordinator && { name: coordinator.name, email: coordinator.email, phone: coordinator.phone },
    missing: missingIn(round, board),
    statutory: round.statutory,
    demo: services.demo,
    ...(digest === undefined ? {} : { digest }),
  }
}
