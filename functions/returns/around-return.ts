/* What a page must know around a return: its round and unit, what the caller may do now, and whom to ask. */
import { mayUse } from '../../shared/access.ts'
import type { RouteId } from '../../shared/api.ts'
import { mayMove, mayTakeBack } from '../../shared/return/moves.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import type { Caller } from '../pipeline/caller.ts'
import type { Services } from '../services.ts'
import type { Situation } from './situation.ts'

export const roundAnswer = ({ id, title, year, forms, extraChecks, statutory, stage, zone }: Round) => ({
  id,
  title,
  year,
  forms: [...forms],
  extraChecks: [...extraChecks],
  statutory,
  stage,
  zone,
})

export const unitAnswer = ({ id, name, shortName }: Unit) => ({ id, name, shortName })

/** What the caller may do with the return now: the rights table and the moves of its stage, both asked. */
export const mayAnswer = ({ round, unit, stored }: Situation, caller: Caller) => {
  /* No right to a return comes from a post below its unit: the ways of the caller's own units need not be read. */
  const posts = caller.person.posts.map((post) => ({ ...post, path: [] }))
  const may = (route: RouteId, move: 'edit' | 'submit' | 'withdraw'): boolean =>
    mayUse(route, posts, unit).may === 'yes' && mayMove(move, stored.head?.now, round)
  return {
    edit: may('patchReturn', 'edit'),
    submit: may('submitReturn', 'submit'),
    withdraw: may('withdrawReturn', 'withdraw') && mayTakeBack(stored.head?.now, caller.actorFor(unit.id)),
  }
}

/** Whom to ask: the coordinators of the unit that collects the return. */
export const askAnswer = async ({ units }: Pick<Services, 'units'>, { place }: Situation) =>
  (await units.peopleOf(place.collector))
    .filter(({ posts }) => posts.some((post) => post.unit === place.collector && post.role === 'coordinator'))
    .map(({ name, email, phone }) => ({ name, email, ...(phone === undefined ? {} : { phone }) }))

/** The name of the unit that collects the return. */
export const collectorAnswer = async ({ units }: Pick<Services, 'units'>, { place }: Situation) =>
  (await units.unit(place.collector))?.name ?? { zh: place.collector, en: place.collector }
