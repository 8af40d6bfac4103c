/* Units as a tree and the people who hold posts in them. */
import { mayUse } from '../../shared/access.ts'
import type { RouteId } from '../../shared/api.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import type { Post, Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Caller } from '../pipeline/caller.ts'
import { permitted } from '../pipeline/caller.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'

const answerOf = ({ version: _version, ...person }: StoredPerson) => ({ ...person, posts: [...person.posts] })
const unitAnswer = (unit: Unit) => ({ ...unit, path: [...unit.path] })

const isAdministrator = (caller: Caller): boolean => caller.person.posts.some((post) => post.role === 'administrator')

/* Where a scope begins: the units of the caller's coordinating posts. */
const scopeOf = (caller: Caller): readonly UnitId[] => [
  ...new Set(caller.person.posts.filter((post) => post.role !== 'reporter').map((post) => post.unit)),
]

export const listUnits = (services: Services) =>
  http(services, 'listUnits', async ({ query, caller }) => {
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

/** The open round that a unit takes part in, if any: its place in the tree must not change under it. */
const openRoundOver = async ({ rounds }: Pick<Services, 'rounds'>, unit: Unit) =>
  (await rounds.ownedBy(unit.path)).find((round) => round.stage === 'open' || round.stage === 'approved')

const placeUnder = async (
  services: Services,
  before: Unit | undefined,
  id: UnitId,
  parentId: UnitId | undefined,
): Promise<Result<Unit | undefined>> => {
  if (parentId === undefined) return ok(undefined)
  const parent = await services.units.unit(parentId)
  if (parent === undefined)
    return parentId === id ? refuse('unitLoop', { unit: id, parent: parentId }) : refuse('notFound', { what: parentId })
  if (parent.path.includes(id)) return refuse('unitLoop', { unit: id, parent: parentId })
  const moves = before !== undefined && before.parent !== parentId
  if (moves && before.hasBelow) return refuse('unitHasBelow', { unit: id })
  const disturbed = moves ? before : parent.hasBelow ? undefined : parent
  const round = disturbed === undefined ? undefined : await openRoundOver(services, disturbed)
  return round === undefined || before?.parent === parentId
    ? ok(parent)
    : refuse('unitInOpenRound', { unit: disturbed?.id ?? id, round: round.title })
}

export const putUnit = (services: Services) =>
  http(services, 'putUnit', async ({ path, body, unit: before, caller }) => {
    const parent = await placeUnder(services, before, path.unit, body.parent)
    if (!parent.ok) return parent
    const above = parent.value
    if (
      above === undefined
        ? before === undefined && !isAdministrator(caller)
        : !(await permitted(services, caller, 'putUnit', above)).ok
    )
      return refuse('notYours', { what: 'putUnit' })
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
  const ids = [...new Set(posts.map((post) => post.unit))]
  const units = await services.units.units(ids)
  const unknown = ids.find((id) => !units.some((unit) => unit.id === id))
  if (unknown !== undefined) return refuse('notFound', { what: unknown })
  const own = caller.person.posts.map((post) => ({ ...post, path: [] }))
  const foreign = units.find((unit) => mayUse(route, own, unit).may !== 'yes')
  const raises = posts.some((post) => post.role === 'administrator') && !isAdministrator(caller)
  return foreign === undefined && !raises ? ok(true as const) : refuse('notYours', { what: route })
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

const savePerson = async (services: Services, next: StoredPerson, before: StoredPerson | undefined) =>
  (await services.units.putPerson(next, before)) ? ok(answerOf(next)) : refuse('emailTaken', { email: next.email })

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
  return allowed.ok ? ok(person) : allowed
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
    await services.units.removePerson(before.value)
    return ok({})
  })
