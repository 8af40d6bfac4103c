/*
 * The ladder falls silent for a unit, escalation and opening notice included (product R6); what somebody does still
 * tells of itself: receipts, returns sent back, extensions, letters by hand. Both moves are in the log of the return.
 */
import { ok, refuse } from '../../shared/refusal.ts'
import type { Round } from '../../shared/round/round.ts'
import { collectorOf } from '../../shared/unit/collector.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { mutedNow } from '../store/rounds.ts'

const standingOf = async ({ returns, rounds }: Services, round: Round, unit: Unit) => {
  const head = await returns.head(round.id, unit.id)
  const place = { round: round.id, unit: unit.id, collector: head?.collector ?? collectorOf(unit, round.owner) }
  return { place, muted: mutedNow(await rounds.rowsOf(round.id, place.collector, [unit.id]), unit.id) }
}

export const putMute = (services: Services) =>
  http(services, 'putMute', async ({ round, unit, body, caller }) => {
    const { place } = await standingOf(services, round, unit)
    const at = services.now()
    const mute = { reason: body.reason, at, by: caller.actor }
    const log = { at, by: caller.actor, what: 'muted', facts: { reason: body.reason } }
    return (await services.rounds.putMute(place, mute, log)) ? ok({ muted: mute }) : refuse('busy', undefined)
  })

export const deleteMute = (services: Services) =>
  http(services, 'deleteMute', async ({ round, unit, caller }) => {
    const { place, muted } = await standingOf(services, round, unit)
    if (muted === undefined) return refuse('notFound', { what: `${unit.id} mute` })
    const at = services.now()
    const log = { at, by: caller.actor, what: 'unmuted', facts: { was: muted.reason } }
    const done = await services.rounds.putMute(place, { ...muted, liftedAt: at }, log)
    return done ? ok({}) : refuse('busy', undefined)
  })
