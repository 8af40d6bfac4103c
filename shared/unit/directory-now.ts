/* What a directory file is held against, and what comes of it. */
import type { Words } from '../words.ts'
import type { FilePlace } from './directory-problems.ts'
import type { Person, Unit, UnitId } from './unit.ts'

/** The directory as it stands, and what its keeper may do. */
export interface DirectoryNow {
  /** All units that the file, its parents or the posts of its people name, as far as they exist. */
  readonly units: ReadonlyMap<UnitId, Unit>
  /** By address in lower case. */
  readonly people: ReadonlyMap<string, Person>
  /** May the keeper change a unit in this place, and who holds posts there? */
  readonly mayKeep: (unit: Pick<Unit, 'id' | 'path'>) => boolean
  readonly isAdministrator: boolean
  /** Title of a round that has begun, is not published and holds the unit in its place. */
  readonly heldBy: (unit: Unit) => string | undefined
}

export interface UnitChange {
  readonly next: Unit
  /** Absent: the unit is new. */
  readonly before?: Unit
  readonly row: number
}

export interface PersonChange {
  readonly next: Omit<Person, 'id'>
  readonly before?: Person
  readonly row: number
}

export interface DirectoryChange extends FilePlace {
  readonly row: number
  readonly kind: 'unitNew' | 'unitChanged' | 'personNew' | 'personChanged'
  readonly unit?: UnitId
  /** Their address. */
  readonly person?: string
  /** By column, as the file would say it. */
  readonly was?: Readonly<Record<string, string>>
  readonly is: Readonly<Record<string, string>>
  readonly words: Words
}

/** Says what is wrong, and where. */
export type Wrong = (place: FilePlace, message: Words) => undefined

/** Cells of a unit or a person, by column. */
export type Cells = Readonly<Record<string, string>>

export const isSameCells = (one: Cells, other: Cells): boolean =>
  Object.keys({ ...one, ...other }).every((key) => one[key] === other[key])
