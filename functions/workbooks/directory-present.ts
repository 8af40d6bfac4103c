/* The directory as it stands, as far as a file speaks of it: loaded before the core compares the two. */
import { isAllowed, relationOf } from '../../shared/access.ts'
import { takesPart } from '../../shared/round/participation.ts'
import type { Round } from '../../shared/round/round.ts'
import type { DirectoryEntries } from '../../shared/unit/directory-entries.ts'
import type { DirectoryNow } from '../../shared/unit/directory-now.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Caller } from '../pipeline/caller.ts'
import { disturbing } from '../rounds/directory.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import { isAdministrator } from '../store/person-writes.ts'
import type { StoredPerson, StoredUnit } from '../store/units.ts'

/** The core's view of it, with what the store needs to write. */
export interface DirectoryPresent extends DirectoryNow {
  readonly units: ReadonlyMap<UnitId, StoredUnit>
  readonly people: ReadonlyMap<string, StoredPerson>
}

const isThere = <T>(one: T | undefined): one is T => one !== undefined

/* Rounds of everybody above these units, begun and not published: who takes part in one stays where they are. */
const roundsOver = async ({ rounds }: Services, units: Iterable<Unit>): Promise<readonly Round[]> => {
  const owners = new Set([...units].flatMap(({ path }) => path))
  const found = await sideBySide([...owners], (owner) => rounds.ownedBy([owner]))
  return found.flat().filter(({ stage }) => disturbing.includes(stage))
}

/** Loads what the file names. `within`: only this unit and those below it may be changed. */
export const directoryPresent = async (
  services: Services,
  caller: Caller,
  { units, people }: DirectoryEntries,
  within: UnitId | undefined,
): Promise<DirectoryPresent> => {
  const store = services.units
  const known = (await sideBySide([...people.keys()], (email) => store.personByEmail(email))).filter(isThere)
  const named = new Set([
    ...units.keys(),
    ...[...units.values()].flatMap(({ said }) => said.parent?.value ?? []),
    ...known.flatMap(({ posts }) => posts.map(({ unit }) => unit)),
    ...caller.person.posts.map(({ unit }) => unit),
  ])
  const found = await store.units([...named])
  const byId = new Map(found.map((unit) => [unit.id, unit]))
  /* Units that change their parent, and parents that may gain their first child. */
  const moving = [...units.values()].flatMap(({ id, said }) => {
    const before = byId.get(id)
    const parent = said.parent?.value
    if (parent === undefined || before?.parent === parent) return []
    return [before, byId.get(parent)].filter(isThere)
  })
  const rounds = await roundsOver(services, moving)
  const posts = caller.person.posts.map((post) => ({ ...post, path: byId.get(post.unit)?.path ?? [] }))
  return {
    units: byId,
    people: new Map(known.map((person) => [person.email.toLowerCase(), person])),
    isAdministrator: isAdministrator(caller.person),
    mayKeep: (unit) =>
      (within === undefined || unit.path.includes(within)) &&
      posts.some(({ unit: at, role, path }) => isAllowed('importDirectory', role, relationOf(at, path, unit))),
    heldBy: (unit) => rounds.find((round) => unit.path.includes(round.owner) && takesPart(round, unit))?.title,
  }
}
