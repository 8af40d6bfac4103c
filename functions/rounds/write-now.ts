/*
 * Writing now (product R6): a reminder by hand to units that still owe, with a sentence of the coordinator. One letter
 * to a person lists their units. Claimed like a step of the ladder: who presses twice, or beside somebody else, finds
 * the unit written to. What is not written, and why, is said unit by unit. At night too: it is somebody's own act.
 */

import { ok, refuse } from '../../shared/refusal.ts'
import { batches } from '../../shared/reminder/batches.ts'
import { coolsUntil, handStep, isHandStep, type NotWritten, notWrittenInWords } from '../../shared/reminder/by-hand.ts'
import type { Letter } from '../../shared/reminder/letter.ts'
import { stillOwes } from '../../shared/reminder/still-true.ts'
import { writeLetter } from '../../shared/reminder/write-letter.ts'
import type { Actor } from '../../shared/return/return.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { contextOf } from '../mail/context-of.ts'
import { http } from '../pipeline/http.ts'
import { type DueUnit, factsFor, roleIn } from '../remind/letter-of.ts'
import { dueOnBoard } from '../remind/owed.ts'
import { peopleBook } from '../remind/people.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import { claimed, posted } from '../store/letters.ts'
import { returnLogged } from '../store/log.ts'
import { commit, transactionLimit, type Write } from '../store/table-client.ts'
import type { StoredPerson } from '../store/units.ts'
import { participantsUnder } from './participants.ts'

interface Writing {
  readonly round: Round
  readonly collector: Unit
  readonly by: Actor
  readonly note?: string | undefined
}

/** A unit that is written to: the n-th time by hand for its due moment. */
interface ToWrite extends DueUnit {
  readonly n: number
  readonly people: readonly StoredPerson[]
}

interface Skipped {
  readonly unit: UnitId
  readonly because: NotWritten
}

/** Who of these units is written to, and who is not. */
const sortOut = async (services: Services, { round, collector }: Writing, ids: readonly UnitId[], now: Instant) => {
  const [{ own }, board, claims, known] = await Promise.all([
    participantsUnder(services, round, collector),
    services.rounds.board(round.id, collector.id),
    services.letters.claims(round.id, collector.id),
    services.addresses.inTrouble(),
  ])
  const book = peopleBook(services)
  const judged = await sideBySide(ids, async (id): Promise<ToWrite | Skipped> => {
    const unit = own.find((one) => one.id === id)
    if (unit === undefined) return { unit: id, because: 'notHere' }
    if (!stillOwes(board.heads.find((head) => head.unit === id)?.now.stage)) return { unit: id, because: 'handedIn' }
    const { due } = dueOnBoard({ round, board }, unit)
    if (round.stage !== 'open' && due.why !== 'correction') return { unit: id, because: 'notOpen' }
    const before = claims.filter((claim) => claim.unit === id)
    const last = before
      .map(({ at }) => at)
      .sort()
      .at(-1)
    if (coolsUntil(last, now) !== undefined) return { unit: id, because: 'justWritten' }
    const people = await book(unit, collector.id, ['reporter'])
    const reached = people.filter(({ email }) => known.stateOf(email) === 'ok')
    if (reached.length === 0) return { unit: id, because: people.length === 0 ? 'nobody' : 'notReached' }
    const byHand = before.filter(({ step, dueAt }) => isHandStep(step) && dueAt === due.dueAt)
    return { unit, due, n: byHand.length + 1, people: reached }
  })
  return {
    board,
    toWrite: judged.flatMap((one) => ('because' in one ? [] : [one])),
    skipped: judged.flatMap((one) => ('because' in one ? [one] : [])),
  }
}

interface Bundle {
  readonly units: readonly UnitId[]
  readonly letters: readonly Letter[]
  readonly writes: readonly Write[]
}

/* Each unit is two writes, its claim and its entry in the log; each letter is one. */
const unitsAndLetters = transactionLimit / 2

/** The letters in bundles that are written whole. */
const bundlesOf = (writing: Writing, toWrite: readonly ToWrite[], now: Instant): readonly Bundle[] => {
  const { round, collector, by, note } = writing
  const of = new Map(toWrite.map((one) => [one.unit.id, one]))
  const about = (units: readonly UnitId[]) => units.flatMap((id) => of.get(id) ?? [])
  const letterTo = (person: StoredPerson, units: readonly ToWrite[]): readonly Letter[] => {
    const [first] = units
    if (first === undefined) return []
    const named = { what: `${handStep(first.n)}-${first.unit.id}`, which: first.due.dueAt.replaceAll(/[^0-9]/g, '') }
    const role = roleIn(person, units, collector.id)
    const kind = { kind: 'byHand' as const, by: by.name, note }
    return [{ ...factsFor(round, collector.id, person, role, units, named, now), ...kind }]
  }
  const owing = toWrite.map(({ unit, people }) => ({ unit: unit.id, people }))
  return batches(owing, unitsAndLetters).map((batch) => {
    const letters = batch.letters.flatMap(({ person, units }) => letterTo(person, about(units)))
    const writes = about(batch.units).flatMap(({ unit, due, n, people }) => {
      const facts = { to: people.map(({ name }) => name), ...(note === undefined ? {} : { note }) }
      return [
        claimed(round.id, collector.id, { unit: unit.id, dueAt: due.dueAt, step: handStep(n), at: now }),
        returnLogged(round.id, unit.id, { at: now, by, what: 'writtenTo', facts }),
      ]
    })
    return { units: batch.units, letters, writes: [...writes, ...letters.map((letter) => posted(letter, now))] }
  })
}

const tries = 4
/* They are all alike, and an answer has 6 MB. */
const mostWithHtml = 20

export const writeNow = (services: Services) =>
  http(services, 'writeNow', async ({ round, unit: collector, query, body, caller }) => {
    const isPreview = query.preview === 'true'
    const writing = { round, collector, by: caller.actor, note: body.note }
    const [letters, skipped]: [Letter[], Skipped[]] = [[], []]
    let left: readonly UnitId[] = [...new Set(body.units)]
    for (let tried = 0; left.length > 0; tried += 1) {
      if (tried === tries) return refuse('busy', undefined)
      const now = services.now()
      const sorted = await sortOut(services, writing, left, now)
      skipped.push(...sorted.skipped)
      const lost: UnitId[] = []
      for (const bundle of bundlesOf(writing, sorted.toWrite, now)) {
        const isWritten = isPreview || (await commit(services.table, bundle.writes)).done
        if (isWritten) letters.push(...bundle.letters)
        else lost.push(...bundle.units)
      }
      left = lost
    }
    return ok({
      letters: await written(services, writing, letters),
      skipped: skipped.map(({ unit, because }) => ({ unit, because: notWrittenInWords[because] })),
      posted: !isPreview,
    })
  })

const written = async (services: Services, { round, collector }: Writing, letters: readonly Letter[]) => {
  const [first] = letters
  if (first === undefined) return []
  const now = services.now()
  const board = await services.rounds.board(round.id, collector.id)
  const context = await contextOf(services, first, { round, board, collector: collector.id }, now)
  return letters.map((letter, i) => {
    const { subject, text, html } = writeLetter(letter, context)
    const { email: to, name } = letter.to
    const units = letter.units.map(({ unit }) => unit)
    return { to, name, units, subject, text, ...(i < mostWithHtml ? { html } : {}) }
  })
}
