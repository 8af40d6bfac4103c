/*
 * Rows of a directory file as units and people: each unit and each person once, whatever number of rows speak of them,
 * and rows that contradict each other named. One address is one person, in capitals or not.
 */
import { type Column, headings, languageIn, rolesIn } from './directory-columns.ts'
import { type DirectoryProblem, type FilePlace, directoryFaults as faults, looks } from './directory-problems.ts'
import type { DirectoryRow } from './directory-rows.ts'
import type { Language, Role, UnitId } from './unit.ts'
import { emailWords, idWords, isEmail, isId, longest } from './written.ts'

/** Where something was said first. */
export interface Said<T> {
  readonly value: T
  readonly place: FilePlace & { readonly row: number }
}

export const unitFields = ['name', 'nameEn', 'shortName', 'shortNameEn', 'parent'] as const
export type UnitField = (typeof unitFields)[number]

/** What the file says of a unit; what it does not say stays as it is. */
export interface UnitEntry {
  readonly id: UnitId
  readonly place: Said<UnitId>['place']
  readonly said: Partial<Record<UnitField, Said<string>>>
}

export interface PersonEntry {
  /** As it is written in the first row. */
  readonly email: string
  readonly place: Said<string>['place']
  name?: Said<string>
  phone?: Said<string>
  language?: Said<Language>
  readonly posts: Map<string, Said<{ readonly unit: UnitId; readonly role: Role }>>
}

export interface DirectoryEntries {
  readonly units: ReadonlyMap<UnitId, UnitEntry>
  /** By address in lower case. */
  readonly people: ReadonlyMap<string, PersonEntry>
  readonly problems: readonly DirectoryProblem[]
}

const placeIn = ({ sheet, row, letters }: DirectoryRow, column: Column) => {
  const letter = letters[column]
  return {
    ...(sheet === undefined ? {} : { sheet }),
    row,
    ...(letter === undefined ? {} : { column: letter }),
  }
}

const half = (text: string): string => text.normalize('NFKC')
const isNumberLike = (text: string): boolean => /^\+?[0-9() -]{5,}$/.test(half(text))
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

interface Reader {
  readonly row: DirectoryRow
  readonly wrong: (column: Column, message: DirectoryProblem['message']) => undefined
}

const codeIn = ({ row, wrong }: Reader, column: 'unit' | 'parent'): UnitId | undefined => {
  const said = row.cells[column]
  if (said === undefined) return undefined
  const code = half(said).toLowerCase()
  if (isId(code)) return code
  if (isHan(code)) return wrong(column, faults.swapped(headings[column], looks.name))
  return wrong(column, isEmail(code) ? faults.swapped(headings[column], looks.email) : idWords)
}

const most: Readonly<Record<'name' | 'nameEn' | 'shortName' | 'shortNameEn' | 'person', number>> = {
  name: longest.name,
  nameEn: longest.nameEn,
  shortName: longest.name,
  shortNameEn: longest.nameEn,
  person: longest.person,
}

const nameIn = ({ row, wrong }: Reader, column: keyof typeof most): string | undefined => {
  const said = row.cells[column]
  if (said === undefined) return undefined
  if (said.length > most[column]) return wrong(column, faults.tooLong(most[column]))
  if (isEmail(half(said))) return wrong(column, faults.swapped(headings[column], looks.email))
  if (isNumberLike(said))
    return wrong(column, faults.swapped(headings[column], column === 'person' ? looks.phone : looks.code))
  return said
}

const emailIn = ({ row, wrong }: Reader): string | undefined => {
  const said = row.cells.email
  if (said === undefined) return wrong('email', faults.given(headings.email))
  const email = half(said)
  if (isEmail(email)) return email
  return wrong('email', isNumberLike(email) ? faults.swapped(headings.email, looks.phone) : emailWords)
}

const phoneIn = ({ row, wrong }: Reader): string | undefined => {
  const said = row.cells.phone
  if (said === undefined) return undefined
  const phone = half(said)
  if (phone.includes('@')) return wrong('phone', faults.swapped(headings.phone, looks.email))
  if (rolesIn(phone) !== undefined) return wrong('phone', faults.swapped(headings.phone, looks.role))
  return phone.length > longest.phone ? wrong('phone', faults.tooLong(longest.phone)) : phone
}

const rolesOf = ({ row, wrong }: Reader): readonly Role[] => {
  const said = row.cells.role
  const roles = said === undefined ? undefined : rolesIn(said)
  if (said === undefined) wrong('role', faults.given(headings.role))
  else if (roles === undefined) wrong('role', faults.roleUnknown(said.slice(0, 40)))
  return roles ?? []
}

const languageOf = ({ row, wrong }: Reader): Language | undefined => {
  const said = row.cells.language
  if (said === undefined) return undefined
  return languageIn(said) ?? wrong('language', faults.languageUnknown(said.slice(0, 40)))
}

/* What was said before stands; another word about the same is a problem at its own row. */
const agreed = <T>(
  reader: Reader,
  column: Column,
  before: Said<T> | undefined,
  value: T | undefined,
): Said<T> | undefined => {
  if (value === undefined) return before
  if (before === undefined) return { value, place: placeIn(reader.row, column) }
  if (before.value !== value)
    reader.wrong(
      column,
      column === 'person' ? faults.sharedAddress(before.place.row) : faults.differs(headings[column], before.place.row),
    )
  return before
}

const readUnit = (reader: Reader, units: Map<UnitId, UnitEntry>): UnitId | undefined => {
  const { row, wrong } = reader
  const id = codeIn(reader, 'unit')
  if (row.cells.unit === undefined) wrong('unit', faults.unitMissing)
  const values = {
    name: nameIn(reader, 'name'),
    nameEn: nameIn(reader, 'nameEn'),
    shortName: nameIn(reader, 'shortName'),
    shortNameEn: nameIn(reader, 'shortNameEn'),
    parent: codeIn(reader, 'parent'),
  }
  if (id === undefined) return undefined
  const entry = units.get(id) ?? { id, place: placeIn(row, 'unit'), said: {} }
  for (const field of unitFields) {
    const said = agreed(reader, field, entry.said[field], values[field])
    if (said !== undefined) entry.said[field] = said
  }
  units.set(id, entry)
  return id
}

const ofPeople = ['person', 'email', 'phone', 'role', 'language'] as const

const readPerson = (reader: Reader, unit: UnitId | undefined, people: Map<string, PersonEntry>): void => {
  const { row } = reader
  if (ofPeople.every((column) => row.cells[column] === undefined)) return
  const email = emailIn(reader)
  const roles = rolesOf(reader)
  const values = { name: nameIn(reader, 'person'), phone: phoneIn(reader), language: languageOf(reader) }
  if (email === undefined) return
  const key = email.toLowerCase()
  const entry: PersonEntry = people.get(key) ?? { email, place: placeIn(row, 'email'), posts: new Map() }
  const name = agreed(reader, 'person', entry.name, values.name)
  const phone = agreed(reader, 'phone', entry.phone, values.phone)
  const language = agreed(reader, 'language', entry.language, values.language)
  if (name !== undefined) entry.name = name
  if (phone !== undefined) entry.phone = phone
  if (language !== undefined) entry.language = language
  if (unit !== undefined)
    for (const role of roles) {
      const post = `${unit} ${role}`
      if (!entry.posts.has(post)) entry.posts.set(post, { value: { unit, role }, place: placeIn(row, 'role') })
    }
  people.set(key, entry)
}

/** Reads the rows; problems of the whole file together, in the order of its rows. */
export const directoryEntries = (rows: readonly DirectoryRow[]): DirectoryEntries => {
  const units = new Map<UnitId, UnitEntry>()
  const people = new Map<string, PersonEntry>()
  const problems: DirectoryProblem[] = []
  for (const row of rows) {
    const wrong = (column: Column, message: DirectoryProblem['message']): undefined => {
      problems.push({ ...placeIn(row, column), message })
    }
    const reader = { row, wrong }
    readPerson(reader, readUnit(reader, units), people)
  }
  return { units, people, problems }
}
