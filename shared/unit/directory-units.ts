/* The units of a directory file beside those that are registered, under the rules of a single move, row by row. */
import type { Words } from '../words.ts'
import type { DirectoryEntries, UnitEntry } from './directory-entries.ts'
import type { DirectoryNow, UnitChange, Wrong } from './directory-now.ts'
import { directoryFaults as faults } from './directory-problems.ts'
import type { Unit, UnitId } from './unit.ts'
import { deepest } from './written.ts'

const parentOf = (entry: UnitEntry | undefined, before: Unit | undefined): UnitId | undefined =>
  entry?.said.parent?.value ?? before?.parent

/** The way from the root to a unit as it will be; a ring or an unknown parent is told by a word. */
const wayTo = (
  id: UnitId,
  { units }: Pick<DirectoryEntries, 'units'>,
  now: DirectoryNow,
): readonly UnitId[] | 'ring' | 'unknown' => {
  const way: UnitId[] = []
  let at: UnitId | undefined = id
  while (at !== undefined) {
    if (way.includes(at)) return 'ring'
    const before = now.units.get(at)
    const entry = units.get(at)
    if (before === undefined && entry === undefined) return 'unknown'
    /* Who stays where they are stands under units that have units below them: those stay as well. */
    const said = entry?.said.parent?.value
    if (before !== undefined && (said === undefined || said === before.parent)) {
      const whole: readonly UnitId[] = [...before.path, ...way.toReversed()]
      return new Set(whole).size === whole.length ? whole : 'ring'
    }
    way.push(at)
    at = parentOf(entry, before)
  }
  return way.toReversed()
}

const ringOf = (id: UnitId, entries: DirectoryEntries, now: DirectoryNow): string => {
  const way: UnitId[] = [id]
  for (let at = parentOf(entries.units.get(id), now.units.get(id)); at !== undefined; ) {
    way.push(at)
    if (way.indexOf(at) < way.length - 1) break
    at = parentOf(entries.units.get(at), now.units.get(at))
  }
  return way.join(' → ')
}

/* Where no English is given, the Chinese name stands there too, and goes on following it. */
const english = (zh: string, before: Words | undefined): string =>
  before === undefined || before.en === before.zh ? zh : before.en

const namesOf = ({ said }: UnitEntry, before: Unit | undefined): Pick<Unit, 'name' | 'shortName'> => {
  const zh = said.name?.value ?? before?.name.zh ?? ''
  const name = { zh, en: said.nameEn?.value ?? english(zh, before?.name) }
  const short = said.shortName?.value ?? before?.shortName.zh ?? zh
  const shortOther = before === undefined && said.shortName === undefined ? name.en : english(short, before?.shortName)
  return { name, shortName: { zh: short, en: said.shortNameEn?.value ?? shortOther } }
}

/* May it stand there? The rules of one move, for each row (functions/rounds/directory.ts). */
const placeOf = (
  { id, place, said }: UnitEntry,
  before: Unit | undefined,
  entries: DirectoryEntries,
  now: DirectoryNow,
  wrong: Wrong,
): readonly UnitId[] | undefined => {
  const at = said.parent?.place ?? place
  const parent = said.parent?.value ?? before?.parent
  if (before !== undefined && !now.mayKeep(before)) return wrong(place, faults.notYourUnit(id))
  const isSaid = before === undefined || said.parent !== undefined
  if (isSaid && parent !== undefined && !now.units.has(parent) && !entries.units.has(parent))
    return wrong(at, faults.parentUnknown(parent))
  const way = wayTo(id, entries, now)
  if (way === 'ring') return wrong(at, faults.ring(ringOf(id, entries, now)))
  /* Said at the unit above. */
  if (way === 'unknown') return undefined
  if (way.length > deepest) return wrong(at, faults.tooDeep(deepest))
  if (before !== undefined && before.parent === parent) return way
  if (before?.hasBelow) return wrong(at, faults.hasBelow)
  if (parent === undefined) return now.isAdministrator ? way : wrong(at, faults.parentMissing)
  if (!now.mayKeep({ id: parent, path: way.slice(0, -1) })) return wrong(at, faults.notYourUnit(parent))
  const above = now.units.get(parent)
  for (const one of [before, above?.hasBelow ? undefined : above]) {
    const round = one && now.heldBy(one)
    if (one !== undefined && round !== undefined) return wrong(at, faults.inRound(one.id, round))
  }
  return way
}

/** A unit as the cells of a file say it. */
export const unitCells = ({ name, shortName, parent }: Unit): Readonly<Record<string, string>> => ({
  name: name.zh,
  nameEn: name.en,
  shortName: shortName.zh,
  shortNameEn: shortName.en,
  ...(parent === undefined ? {} : { parent }),
})

/** What the file makes of one unit; undefined where it may not. */
export const unitChange = (
  entry: UnitEntry,
  entries: DirectoryEntries,
  now: DirectoryNow,
  wrong: Wrong,
): UnitChange | undefined => {
  const before = now.units.get(entry.id)
  if (before === undefined && entry.said.name === undefined) return wrong(entry.place, faults.unitUnknown(entry.id))
  const way = placeOf(entry, before, entries, now, wrong)
  if (way === undefined) return undefined
  const parent = parentOf(entry, before)
  const next: Unit = {
    ...before,
    id: entry.id,
    ...namesOf(entry, before),
    path: way,
    hasBelow: before?.hasBelow ?? false,
    ...(parent === undefined ? {} : { parent }),
  }
  return { next, row: entry.place.row, ...(before === undefined ? {} : { before }) }
}
