/* Units as a tree. Who holds posts in them: people.ts. */
import { isAllowed } from '../../shared/access.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import { takesPart } from '../../shared/round/participation.ts'
import type { RoundStage } from '../../shared/round/round.ts'
import { directoryFaults } from '../../shared/unit/directory-problems.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { deepest, idWords, isId } from '../../shared/unit/written.ts'
import type { Caller } from '../pipeline/caller.ts'
import { permitted } from '../pipeline/caller.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { KnownAddresses } from '../store/addresses.ts'
import type { LogEntry } from '../store/log.ts'
import { isAdministrator } from '../store/person-writes.ts'
import type { StoredPerson, StoredUnit } from '../store/units.ts'

/* The version is the store's own; a unit that is about to be written has none. */
const unitAnswer = ({ version: _version, ...unit }: Unit & { readonly version?: number }) => ({
  ...unit,
  path: [...unit.path],
})

/** Where a scope begins: the units of the posts that may see units at all. */
export const scopeOf = (caller: Caller): readonly UnitId[] => [
  ...new Set(caller.person.posts.filter((post) => isAllowed('listUnits', post.role, 'own')).map((post) => post.unit)),
]

/* Of one answer, which has 6 MB at most. All units of a parent are read at once: two thousand in two or three pages. */
const unitsPerPage = 2000

/** Has the unit a reporter whom letters reach? */
const isReached = (people: readonly StoredPerson[], unit: UnitId, addresses: KnownAddresses): boolean =>
  people.some(
    ({ email, posts }) =>
      addresses.stateOf(email) === 'ok' && posts.some((post) => post.unit === unit && post.role === 'reporter'),
  )

export const listUnits = (services: Services) =>
  http(services, 'listUnits', async ({ query, caller }) => {
    const { units: store } = services
    const scope = query.under === undefined ? scopeOf(caller) : [query.under]
    if (scope.length === 0) return refuse('notYours', { what: 'listUnits' })
    const tops = await store.units(scope)
    if (query.under !== undefined && tops.length === 0) return refuse('notFound', { what: query.under })
    for (const top of tops) {
      const allowed = await permitted(services, caller, 'listUnits', top)
      if (!allowed.ok) return allowed
    }
    const [first, below, addresses] = await Promise.all([
      sideBySide(tops, async (unit) => ({ unit, people: await store.peopleOf(unit.id) })),
      sideBySide(tops, (top) => store.staffedBelow(top.id)),
      services.addresses.inTrouble(),
    ])
    const all = [...new Map([...first, ...below.flat()].map((staffed) => [staffed.unit.id, staffed])).values()]
    const from = query.after === undefined ? 0 : all.findIndex(({ unit }) => unit.id === query.after) + 1
    const page = all.slice(from, from + unitsPerPage)
    const units = page.map(({ unit, people }) => ({
      ...unitAnswer(unit),
      unreachable: !isReached(people, unit.id, addresses),
    }))
    const last = page.at(-1)?.unit.id
    return ok({ units, ...(from + page.length < all.length && last !== undefined ? { after: last } : {}) })
  })

/**
 * A round that the unit takes part in and that has begun and is not published yet: the unit's place in the tree must
 * not change under it. Closed counts, for it says who has still to review what. A published round does not, or nobody
 * could ever move: there a unit stays what it handed in as (functions/pipeline/target.ts, decision 0013).
 */
export const disturbing: readonly RoundStage[] = ['approved', 'open', 'closed']
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
  if (isAdministrator(caller.person) || (before !== undefined && before.parent === parent)) return ok(true as const)
  if (parent === undefined) return refuse('notYours', { what: 'putUnit' })
  const above = await services.units.unit(parent)
  return above === undefined ? refuse('notFound', { what: parent }) : permitted(services, caller, 'putUnit', above)
}

export const putUnit = (services: Services) =>
  http(services, 'putUnit', async ({ path, body, unit: before, caller }) => {
    if (!isId(path.unit)) {
      return refuse('invalid', { count: 1 }, { errors: [{ path: 'unit', message: idWords }] })
    }
    const allowed = await mayPlace(services, caller, before, body.parent)
    if (!allowed.ok) return allowed
    const parent = await placeUnder(services, before, path.unit, body.parent)
    if (!parent.ok) return parent
    const above = parent.value
    const way = [...(above?.path ?? []), path.unit]
    if (way.length > deepest)
      return refuse(
        'invalid',
        { count: 1 },
        { errors: [{ path: 'parent', message: directoryFaults.tooDeep(deepest) }] },
      )
    const next: Unit = {
      id: path.unit,
      name: body.name,
      shortName: body.shortName,
      hasBelow: before?.hasBelow ?? false,
      path: way,
      ...(body.parent === undefined ? {} : { parent: body.parent }),
      ...(body.scope === undefined ? {} : { scope: body.scope }),
    }
    const log: LogEntry = {
      at: services.now(),
      by: caller.actor,
      what: before === undefined ? 'unitAdded' : 'unitChanged',
      facts: { name: next.name.zh, ...(next.parent === undefined ? {} : { parent: next.parent }) },
    }
    return (await services.units.putUnit(next, before, above, log)) ? ok(unitAnswer(next)) : refuse('busy', undefined)
  })
