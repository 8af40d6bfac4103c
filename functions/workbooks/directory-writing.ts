/*
 * Writing what a file changes: those above first, units of one parent in one transaction, people unit by unit. Each
 * write is on condition of what was read. What is broken off is finished by the same file: it finds the rest to do.
 */
import type { DirectoryPlan } from '../../shared/unit/directory-changes.ts'
import type { PersonChange, UnitChange } from '../../shared/unit/directory-now.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { Caller } from '../pipeline/caller.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { LogEntry } from '../store/log.ts'
import { type StoredUnit, type UnitPut, unitsAtOnce } from '../store/units.ts'
import type { DirectoryPresent } from './directory-present.ts'

interface Import {
  readonly services: Services
  readonly caller: Caller
  /** Names the import in the log. */
  readonly id: string
  /** Has the time run out? What is begun is finished, nothing more is begun. */
  readonly isOver: () => boolean
}

const entryOf = ({ services, caller, id }: Import, what: string, facts: LogEntry['facts'] = {}): LogEntry => ({
  at: services.now(),
  by: caller.actor,
  what,
  facts: { ...facts, import: id },
})

const groups = <T, K>(all: readonly T[], by: (one: T) => K): readonly (readonly T[])[] => [
  ...Map.groupBy(all, by).values(),
]

const inBatches = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

/* One parent's: batch after batch, for each finds the parent as the one before has left it. */
const writeSiblings = async (
  run: Import,
  changes: readonly UnitChange[],
  units: Map<UnitId, StoredUnit>,
): Promise<number> => {
  let written = 0
  for (const batch of inBatches(changes, unitsAtOnce)) {
    if (run.isOver()) return written
    const [first] = batch
    const parentId = first?.next.parent
    const parent = parentId === undefined ? undefined : units.get(parentId)
    const puts: readonly UnitPut[] = batch.map(({ next, before, row }) => ({
      next: { ...next, hasBelow: units.get(next.id)?.hasBelow ?? next.hasBelow },
      before: before === undefined ? undefined : units.get(next.id),
      log: entryOf(run, before === undefined ? 'unitAdded' : 'unitChanged', { name: next.name.zh, row }),
    }))
    if (!(await run.services.units.putUnits(parent, puts))) return written
    written += batch.length
    for (const { next, before } of puts) units.set(next.id, { ...next, version: (before?.version ?? 0) + 1 })
    if (parent !== undefined && !parent.hasBelow)
      units.set(parent.id, { ...parent, hasBelow: true, version: parent.version + 1 })
  }
  return written
}

const writePerson = async (
  run: Import,
  { next, row }: PersonChange,
  { people }: Pick<DirectoryPresent, 'people'>,
): Promise<number> => {
  if (run.isOver()) return 0
  const before = people.get(next.email.toLowerCase())
  const person =
    before === undefined
      ? { ...next, id: run.services.newId(), version: 1 }
      : { ...next, id: before.id, version: before.version + 1 }
  const posts = next.posts.map(({ unit, role }) => `${unit} ${role}`)
  const log = entryOf(run, before === undefined ? 'personAdded' : 'personChanged', { posts, row })
  return (await run.services.units.putPerson(person, before, log)) === 'saved' ? 1 : 0
}

/** Writes as much as can be; answers how many of the units and people are written. */
export const writeDirectory = async (run: Import, plan: DirectoryPlan, present: DirectoryPresent): Promise<number> => {
  const units = new Map(present.units)
  let written = 0
  for (const level of groups(plan.units, ({ next }) => next.path.length)) {
    /* Roots have no parent to agree on; each parent's children are apart from the others'. */
    const families = groups(level, ({ next }) => next.parent)
    const counts = await sideBySide(families, (family) => writeSiblings(run, family, units))
    const ofLevel = counts.reduce((sum, count) => sum + count, 0)
    written += ofLevel
    /* Nobody is written below or into what is not there. */
    if (ofLevel < level.length) return written
  }
  /* Those of one unit one after the other: each writes the unit with its staff. */
  const staffs = groups(plan.people, ({ next }) => next.posts[0]?.unit)
  await sideBySide(staffs, async (staff) => {
    for (const change of staff) written += await writePerson(run, change, present)
  })
  return written
}
