/* Moves of returns as the routes make them, without the web before them: the core decides, the real store writes. */
import type { Services } from '../functions/services.ts'
import type { DraftSummary, ReturnWrite, StoredReturn } from '../functions/store/returns.ts'
import { mutedNow } from '../functions/store/rounds.ts'
import type { Cells } from '../shared/form/cells.ts'
import type { Result } from '../shared/refusal.ts'
import type { Figures } from '../shared/report/report.ts'
import { accept, correctionOf, edit, reopen, sendBack, submit, withdraw } from '../shared/return/moves.ts'
import type { Receipt, Return } from '../shared/return/return.ts'
import type { Revision } from '../shared/return/revision.ts'
import { dueOf, originalDueOf, timeliness } from '../shared/round/due.ts'
import type { Round } from '../shared/round/round.ts'
import type { Instant } from '../shared/time.ts'
import { collectorOf } from '../shared/unit/collector.ts'
import type { Unit, UnitId } from '../shared/unit/unit.ts'

const by = { id: 'somebody', name: 'Somebody' }
const signOff = { preparedBy: 'A', reviewedBy: 'B', confidentialityReviewedBy: 'C', phone: '1' }
const summary: DraftSummary = { filled: 1, total: 2, failedChecks: 0, blanks: {} }

interface Facts {
  readonly round: Round
  readonly unit: Unit
  readonly stored: StoredReturn
  readonly at: Instant
}

type Decided = Omit<ReturnWrite, 'head' | 'letters' | 'log'>

/** Somebody who makes the moves of one round; a move that the core refuses answers false and changes nothing. */
export const clerkOf = (services: Services, roundId: string) => {
  const move = async (
    id: UnitId,
    next: (facts: Facts) => Result<Return>,
    what: (facts: Facts, next: Return) => Promise<Decided> | Decided,
  ) => {
    const [round, unit, stored] = await Promise.all([
      services.rounds.round(roundId),
      services.units.unit(id),
      services.returns.load(roundId, id),
    ])
    if (round === undefined || unit === undefined) throw new Error(`${roundId} or ${id} is missing.`)
    const at = services.now()
    const facts = { round, unit, stored, at }
    const decided = next(facts)
    if (!decided.ok) return false
    const collector = stored.head?.collector ?? collectorOf(unit, round.owner)
    return services.returns.save({ round: roundId, unit: id, collector }, stored, {
      ...(await what(facts, decided.value)),
      head: { unit: id, collector, now: decided.value, summary, lastActivityAt: at },
      letters: [],
      log: { at, by, what: 'moved' },
    })
  }

  const figuresOf = (unit: UnitId, revision: Revision, state: Figures['state']): Figures => ({
    unit,
    scope: 'own',
    state,
    cells: revision.cells,
    lists: {},
    revision: revision.revision,
    hash: revision.receipt.hash,
    unitsIn: 1,
  })
  const counted = async (unit: UnitId, n: number, state: Figures['state']) => {
    const revision = await services.returns.revision(roundId, unit, n)
    return revision === undefined ? ({ withdrawn: true } as const) : figuresOf(unit, revision, state)
  }

  const revisionOf = ({ round, unit, stored, at }: Facts, cells: Cells): Revision => {
    const now = stored.head?.now
    const n = (now?.revisions ?? 0) + 1
    const due = dueOf(round, unit, { extension: stored.extension, correction: correctionOf(now) })
    const receipt: Receipt = {
      number: `${roundId}-${unit.id}-${n}`,
      revision: n,
      submittedAt: at,
      dueAt: due.dueAt,
      timeliness: timeliness(at, originalDueOf(round, unit).dueAt, stored.extension),
      hash: services.hash(JSON.stringify([unit.id, n, cells])),
      version: now?.version ?? 0,
    }
    return {
      round: roundId,
      unit: unit.id,
      revision: n,
      forms: round.forms,
      cells,
      reasons: [],
      signOff,
      at,
      by,
      previous: now?.head ?? '',
      receipt,
    }
  }

  return {
    typeIn: (unit: UnitId) =>
      move(
        unit,
        ({ round, stored }) => edit(stored.head?.now, round),
        () => ({ move: 'edit' }),
      ),
    handIn: async (unit: UnitId, cells: Cells = {}) =>
      move(
        unit,
        (facts) => submit(facts.stored.head?.now, facts.round, by, revisionOf(facts, cells).receipt),
        (facts) => {
          const revision = revisionOf(facts, cells)
          return { move: 'submit', revision, figures: figuresOf(unit, revision, 'provisional') }
        },
      ),
    accept: (unit: UnitId) =>
      move(
        unit,
        ({ stored, at }) => accept(stored.head?.now, stored.head?.now.revisions ?? 0, by, at),
        async (_, next) => ({ move: 'review', figures: await counted(unit, next.revisions, 'accepted') }),
      ),
    sendBack: (unit: UnitId, dueAt: Instant) =>
      move(
        unit,
        ({ stored, at }) =>
          sendBack(
            stored.head?.now,
            { revision: stored.head?.now.revisions ?? 0, reason: 'why', comments: [], dueAt },
            by,
            at,
          ),
        ({ at }) => ({ move: 'review', figures: { withdrawn: true }, ownStepsFrom: at }),
      ),
    withdraw: (unit: UnitId) =>
      move(
        unit,
        ({ round, stored }) => withdraw(stored.head?.now, round),
        async ({ at }, next) => {
          const correction = correctionOf(next)
          const n = correction?.countedRevision ?? 0
          return {
            move: 'withdraw',
            figures: n === 0 ? { withdrawn: true } : await counted(unit, n, 'accepted'),
            ownStepsFrom: at,
          }
        },
      ),
    reopen: (unit: UnitId, dueAt: Instant) =>
      move(
        unit,
        ({ round, stored, at }) => reopen(stored.head?.now, round, { reason: 'why', dueAt }, by, at),
        ({ at }) => ({ move: 'reopen', ownStepsFrom: at }),
      ),
    extend: async (unit: Unit, dueAt: Instant | undefined) => {
      const at = services.now()
      const round = await services.rounds.round(roundId)
      const place = { round: roundId, unit: unit.id, collector: collectorOf(unit, round?.owner ?? '') }
      const before = await services.returns.load(roundId, unit.id)
      const extension = dueAt === undefined ? undefined : { dueAt, reason: 'why', at, by }
      return services.returns.saveExtension(place, before, extension, [], { at, by, what: 'extended' })
    },
    /** Mutes a unit, or lifts its mute if it has one. */
    mute: async (id: UnitId, isMuted: boolean) => {
      const [round, unit, stored] = await Promise.all([
        services.rounds.round(roundId),
        services.units.unit(id),
        services.returns.load(roundId, id),
      ])
      if (round === undefined || unit === undefined) throw new Error(`${roundId} or ${id} is missing.`)
      const place = { round: roundId, unit: id, collector: stored.head?.collector ?? collectorOf(unit, round.owner) }
      const before = mutedNow(await services.rounds.rowsOf(roundId, place.collector, [id]), id)
      const at = services.now()
      if (!isMuted && before === undefined) return false
      const mute = isMuted ? { reason: 'why', at, by } : { reason: 'why', at, by, liftedAt: at }
      return services.rounds.putMute(place, mute, { at, by, what: 'muted' })
    },
    /** Changes the round as a coordinator does: looked at again at once. */
    replan: async (changes: Partial<Round>) => {
      const before = await services.rounds.round(roundId)
      if (before === undefined) throw new Error(`${roundId} is missing.`)
      const next = { ...before, ...changes, version: before.version + 1 }
      const wakeAt = next.stage === 'open' ? services.now() : next.stage === 'approved' ? next.opensAt : undefined
      return services.rounds.save(before, next, { at: services.now(), by, what: 'changed' }, wakeAt)
    },
  }
}
