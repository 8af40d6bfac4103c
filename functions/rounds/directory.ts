/* Units as a tree and the people who hold posts in them. */
import { isAllowed } from '../../shared/access.ts'
import { idAsks, isId, type RouteId } from '../../shared/api.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import { takesPart } from '../../shared/round/participation.ts'
import type { RoundStage } from '../../shared/round/round.ts'
import type { Post, Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Caller } from '../pipeline/caller.ts'
import { permitted } from '../pipeline/caller.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { StoredPerson, StoredUnit } from '../store/units.ts'

const answerOf = ({ version: _version, ...person }: StoredPerson) => ({ ...person, posts: [...person.posts] })
/* The version is the store's own; a unit that is about to be written has none. */
const unitAnswer = ({ version: _version, ...unit }: Unit & { readonly version?: number }) => ({
  ...unit,
  path: [...unit.path],
})

const isAdministrator = (caller: Caller): boolean => caller.person.posts.some((post) => post.role === 'administrator')

/* Where a scope begins: the units of the posts that may see units at all. */
const scopeOf = (caller: Caller): readonly UnitId[] => [
  ...new Set(caller.person.posts.filter((post) => isAllowed('listUnits', post.role, 'own')).map((post) => post.unit)),
]

export const listUnits = (services: Services) =>
  http(services, 'listUnits', async ({ query, caller }) => {
    if (query.under === undefined && scopeOf(caller).length === 0) return refuse('notYours', { what: 'listUnits' })
    const tops =
      query.under === undefined
        ? await services.units.units(scopeOf(caller))
        : await services.units.units([query.under])
    const [first] = tops
    if (query.under !== undefined && first === undefined) return refuse('notFound', { what: query.under })
    for (const top of tops) {
      const allowed = await permitted(services, caller, 'listUnits', top)
      if (!allowed.ok) return allowed
    }
    const below = await Promise.all(tops.map((top) => services.units.unitsBelow(top.id)))
    const units = [...tops, ...below.flat()]
    return ok({ units: [...new Map(units.map((unit) => [unit.id, unitAnswer(unit)])).values()] })
  })

/**
 * A round that the unit takes part in and that has begun and is not published yet: the unit's place in the tree must
 * not change under it. Closed counts, for it says who has still to review what. A published round does not, or nobody
 * could ever move: there a unit stays what it handed in as (functions/pipeline/target.ts, decision 0013).
 */
const disturbing: readonly RoundStage[] = ['approved', 'open', 'closed']
const openRoundOver = async ({ rounds }: Pick<Services, 'rounds'>, unit: Unit) =>
  (await rounds.ownedBy(unit.path)).find((round) => disturbing.includes(round.stage) && takesPart(round, unit))

const openRoundOverAny = async (services: Services, units: readonly Unit[]) => {
  for (const unit of units) {
    const round = await openRoundOver(services, unit)
    if (round !== undefined) return { unit, round }
  }
  return undefined
}

/**
 * May the unit stand under this parent (none: be a root)? A move takes a unit out of one report and into another, and a
 * first child makes its parent a collector: neither happens from the approval of a round to its publication.
 */
const placeUnder = async (
  services: Services,
  before: Unit | undefined,
  id: UnitId,
  parentId: UnitId | undefined,
): Promise<Result<StoredUnit | undefined>> => {
  const parent = parentId === undefined ? undefined : await services.units.unit(parentId)
  if (parentId !== undefined && (parentId === id || parent?.path.includes(id)))
    return refuse('unitLoop', { unit: id, parent: parentId })
  if (parentId !== undefined && parent === undefined) return refuse('notFound', { what: parentId })
  if (before !== undefined && before.parent === parentId) return ok(parent)
  if (before?.hasBelow) return refuse('unitHasBelow', { unit: id })
  const firstOf = parent === undefined || parent.hasBelow ? [] : [parent]
  const disturbed = await openRoundOverAny(services, before === undefined ? firstOf : [before, ...firstOf])
  return disturbed === undefined
    ? ok(parent)
    : refuse('unitInOpenRound', { unit: disturbed.unit.id, round: disturbed.round.title })
}

/** The unit itself was asked about by the pipeline; here its place: the parent's coordinator gives it, or an administrator. */
const mayPlace = async (
  services: Services,
  caller: Caller,
  before: Unit | undefined,
  parent: UnitId | undefined,
): Promise<Result<true>> => {
  if (isAdministrator(caller) || (before !== undefined && before.parent === parent)) return ok(true as const)
  if (parent === undefined) return refuse('notYours', { what: 'putUnit' })
  const above = await services.units.unit(parent)
  return above === undefined ? refuse('notFound', { what: parent }) : permitted(services, caller, 'putUnit', above)
}

export const putUnit = (services: Services) =>
  http(services, 'putUnit', async ({ path, body, unit: before, caller }) => {
    if (!isId(path.unit)) {
      const [zh = '', en = ''] = idAsks.split('\n')
      return refuse('invalid', { count: 1 }, { errors: [{ path: 'unit', message: { zh, en } }] })
    }
    const allowed = await mayPlace(services, caller, before, body.parent)
    if (!allowed.ok) return allowed
    const parent = await placeUnder(services, before, path.unit, body.parent)
    if (!parent.ok) return parent
    const above = parent.value
    const next: Unit = {
      id: path.unit,
      name: body.name,
      shortName: body.shortName,
      hasBelow: before?.hasBelow ?? false,
      path: [...(above?.path ?? []), path.unit],
      ...(body.parent === undefined ? {} : { parent: body.parent }),
      ...(body.scope === undefined ? {} : { scope: body.scope }),
    }
    return (await services.units.putUnit(next, before, above)) ? ok(unitAnswer(next)) : refuse('busy', undefined)
  })

/** A coordinator gives and takes posts in their own scope only; an administrator anywhere. */
const mayGive = async (
  services: Services,
  caller: Caller,
  route: RouteId,
  posts: readonly Post[],
): Promise<Result<true>> => {
  for (const id of new Set(posts.map((post) => post.unit))) {
    const unit = await services.units.unit(id)
    if (unit === undefined) return refuse('notFound', { what: id })
    const allowed = await permitted(services, caller, route, unit)
    if (!allowed.ok) return allowed
  }
  const raises = posts.some((post) => post.role === 'administrator') && !isAdministrator(caller)
  return raises ? refuse('notYours', { what: route }) : ok(true as const)
}

export const listPeople = (services: Services) =>
  http(services, 'listPeople', async ({ query, caller }) => {
    const unit = await services.units.unit(query.unit)
    if (unit === undefined) return refuse('notFound', { what: query.unit })
    const allowed = await permitted(services, caller, 'listPeople', unit)
    if (!allowed.ok) return allowed
    return ok({ people: (await services.units.peopleOf(unit.id)).map(answerOf) })
  })

interface PersonBody {
  readonly name: string
  readonly email: string
  readonly phone?: string | undefined
  readonly language: 'zh' | 'en'
  readonly posts: readonly Post[]
}

const personOf = (id: string, version: number, { phone, ...body }: PersonBody): StoredPerson => ({
  id,
  version,
  ...body,
  ...(phone === undefined ? {} : { phone }),
})

const savePerson = async (services: Services, next: StoredPerson, before: StoredPerson | undefined) => {
  const saved = await services.units.putPerson(next, before)
  if (saved === 'saved') return ok(answerOf(next))
  return saved === 'emailTaken' ? refuse('emailTaken', { email: next.email }) : refuse('busy', undefined)
}

export const postPerson = (services: Services) =>
  http(services, 'postPerson', async ({ body, caller }) => {
    const allowed = await mayGive(services, caller, 'postPerson', body.posts)
    return allowed.ok ? savePerson(services, personOf(services.newId(), 1, body), undefined) : allowed
  })

const heldBy = async (
  services: Services,
  caller: Caller,
  route: RouteId,
  id: string,
): Promise<Result<StoredPerson>> => {
  const person = await services.units.person(id)
  if (person === undefined) return refuse('notFound', { what: id })
  const allowed = await mayGive(services, caller, route, person.posts)
  if (allowed.ok) return ok(person)
  /* The same as for nobody: not even the unit is named. */
  return allowed.refusal.code === 'notFound' ? refuse('notFound', { what: id }) : allowed
}

export const putPerson = (services: Services) =>
  http(services, 'putPerson', async ({ path, body, caller }) => {
    const before = await heldBy(services, caller, 'putPerson', path.id)
    if (!before.ok) return before
    const allowed = await mayGive(services, caller, 'putPerson', body.posts)
    return allowed.ok ? savePerson(services, personOf(path.id, before.value.version + 1, body), before.value) : allowed
  })

export const deletePerson = (services: Services) =>
  http(services, 'deletePerson', async ({ path, caller }) => {
    const before = await heldBy(services, caller, 'deletePerson', path.id)
    if (!before.ok) return before
    return (await services.units.removePerson(before.value)) ? ok({}) : refuse('busy', undefined)
  })
