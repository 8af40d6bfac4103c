/*
 * What a directory file changes: its units and people beside those that are registered, under the rules of a single
 * change (a place in the tree is not changed under an open round; nobody gives what is not theirs). What the file does
 * not say stays as it is: nothing is ever taken out of the directory by a file.
 */
import type { DirectoryEntries } from './directory-entries.ts'
import {
  type DirectoryChange,
  type DirectoryNow,
  isSameCells,
  type PersonChange,
  type UnitChange,
  type Wrong,
} from './directory-now.ts'
import { personCells, personChange } from './directory-people.ts'
import type { DirectoryProblem, FilePlace } from './directory-problems.ts'
import { unitCells, unitChange } from './directory-units.ts'
import { personInWords, unitInWords } from './directory-words.ts'

export interface DirectoryPlan {
  readonly units: readonly UnitChange[]
  readonly people: readonly PersonChange[]
  readonly changes: readonly DirectoryChange[]
  readonly problems: readonly DirectoryProblem[]
  readonly counts: {
    readonly unitsNew: number
    readonly unitsChanged: number
    readonly peopleNew: number
    readonly peopleChanged: number
    readonly unchanged: number
  }
}

const rowless = ({ sheet, row }: FilePlace & { readonly row: number }) => ({
  ...(sheet === undefined ? {} : { sheet }),
  row,
})

const byPlace = (one: FilePlace, other: FilePlace): number =>
  (one.sheet ?? '').localeCompare(other.sheet ?? '') || (one.row ?? 0) - (other.row ?? 0)

/* What a cell that cannot be read would mean is not asked as well. */
const onePerCell = (problems: readonly DirectoryProblem[]): readonly DirectoryProblem[] => {
  const seen = new Set<string>()
  return problems.filter(({ sheet = '', row, column }) => {
    const cell = `${sheet}!${column}${row}`
    const isFirst = column === undefined || !seen.has(cell)
    seen.add(cell)
    return isFirst
  })
}

/** Everything that the file changes and everything that is wrong with it. With a problem nothing may be written. */
export const directoryPlan = (entries: DirectoryEntries, now: DirectoryNow): DirectoryPlan => {
  const problems: DirectoryProblem[] = [...entries.problems]
  const wrong: Wrong = (place, message) => {
    problems.push({ ...place, message })
  }
  const units: UnitChange[] = []
  const people: PersonChange[] = []
  const changes: DirectoryChange[] = []
  let unchanged = 0
  for (const entry of entries.units.values()) {
    const change = unitChange(entry, entries, now, wrong)
    if (change === undefined) continue
    if (change.before !== undefined && isSameCells(unitCells(change.before), unitCells(change.next))) unchanged += 1
    else {
      units.push(change)
      changes.push(unitInWords(change, rowless(entry.place)))
    }
  }
  for (const entry of entries.people.values()) {
    const change = personChange(entry, now, wrong)
    if (change === undefined) continue
    if (change.before !== undefined && isSameCells(personCells(change.before), personCells(change.next))) unchanged += 1
    else {
      people.push(change)
      changes.push(personInWords(change, rowless(entry.place)))
    }
  }
  /* Those above are written first. */
  units.sort((one, other) => one.next.path.length - other.next.path.length)
  const kinds = changes.map(({ kind }) => kind)
  const count = (kind: DirectoryChange['kind']): number => kinds.filter((one) => one === kind).length
  return {
    units,
    people,
    changes: changes.toSorted(byPlace),
    problems: onePerCell(problems.toSorted(byPlace)),
    counts: {
      unitsNew: count('unitNew'),
      unitsChanged: count('unitChanged'),
      peopleNew: count('personNew'),
      peopleChanged: count('personChanged'),
      unchanged,
    },
  }
}
