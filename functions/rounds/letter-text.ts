/* The text of a letter before it goes out and after, and the same as a letter to oneself (product R5). */

import { ok, refuse } from '../../shared/refusal.ts'
import { type Letter, letterKey } from '../../shared/reminder/letter.ts'
import { writeLetter } from '../../shared/reminder/write-letter.ts'
import type { Round } from '../../shared/round/round.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { contextOf } from '../mail/context-of.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { keys } from '../store/keys.ts'
import { placeOf, posted } from '../store/letters.ts'
import { commit } from '../store/table-client.ts'
import { momentOf } from './letter-log.ts'
import { sampleOf } from './sample-letter.ts'

/** A letter of the log, written again as of its moment. */
const writtenAgain = async (services: Services, round: Round, collector: UnitId, key: string) => {
  const place = placeOf(key)
  const isHere = place !== undefined && place.pk === keys.letters(round.id, collector)
  const stored = isHere ? await services.letters.load(place) : undefined
  if (stored === undefined) return refuse('notFound', { what: key })
  const { letter, outcome, sentTo } = stored
  const board = await services.rounds.board(round.id, collector)
  const isWaiting = outcome.state === 'queued'
  const at = isWaiting ? services.now() : momentOf(stored)
  const { missing, ...context } = await contextOf(services, letter, { round, board, collector }, at)
  /* What was missing when it went is known no more; what is missing now was not in it. */
  const { subject, text, html } = writeLetter(letter, isWaiting ? { ...context, missing } : context)
  return ok({ to: sentTo ?? letter.to.email, name: letter.to.name, subject, text, html })
}

export const previewLetter = (services: Services) =>
  http(services, 'previewLetter', async ({ round, unit: collector, path, query, caller }) => {
    if (query.letter !== undefined) return writtenAgain(services, round, collector.id, query.letter)
    const { about, person, language } = query
    const asked = { round, collector, step: path.step, about, person, caller: caller.person }
    const sample = await sampleOf(services, asked, undefined)
    if (!sample.ok) return sample
    const { facts, kind, at, board } = sample.value
    const letter = { ...facts, ...kind, to: { ...facts.to, language: language ?? facts.to.language } }
    const context = await contextOf(services, letter, { round, board, collector: collector.id }, at)
    const { subject, text, html } = writeLetter(letter, context)
    return ok({ to: letter.to.email, name: letter.to.name, subject, text, html })
  })

export const testLetter = (services: Services) =>
  http(services, 'testLetter', async ({ round, unit: collector, body, caller }) => {
    const { person } = caller
    const sample = await sampleOf(services, { round, collector, step: body.step, caller: person }, person)
    if (!sample.ok) return sample
    const { facts, kind, at } = sample.value
    const now = services.now()
    /* One a minute: pressing twice sends one. */
    const which = now.slice(0, 16).replaceAll(/[^0-9]/g, '')
    const letter: Letter = {
      ...facts,
      kind: 'test',
      sample: kind,
      asOf: at,
      key: letterKey({
        round: round.id,
        parentUnit: collector.id,
        what: `test-${body.step}`,
        which,
        personId: person.id,
      }),
    }
    await commit(services.table, [posted(letter, now)])
    return ok({ to: person.email })
  })
