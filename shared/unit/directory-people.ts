/* The people of a directory file beside those that are registered. Posts are added and never taken away. */
import { headings, languageWords, roleWords } from './directory-columns.ts'
import type { PersonEntry, Said } from './directory-entries.ts'
import { type DirectoryNow, isSameCells, type PersonChange, type Wrong } from './directory-now.ts'
import { type FilePlace, directoryFaults as faults } from './directory-problems.ts'
import type { Language, Person, Post } from './unit.ts'
import { mostPosts } from './written.ts'

const postKey = ({ unit, role }: Post): string => `${unit} ${role}`

/** A person as the cells of a file say it, posts in one. */
export const personCells = (
  { name, phone, language, posts }: Omit<Person, 'id'>,
  reader: Language = 'zh',
): Readonly<Record<string, string>> => ({
  person: name,
  ...(phone === undefined ? {} : { phone }),
  language: languageWords[language][reader],
  role: posts.map(({ unit, role }) => `${unit} ${roleWords[role][reader]}`).join(reader === 'zh' ? '、' : ', '),
})

const nextPerson = (entry: PersonEntry, before: Person | undefined): Omit<Person, 'id'> => {
  const held = before?.posts ?? []
  const known = new Set(held.map(postKey))
  const added = [...entry.posts.values()].map(({ value }) => value).filter((post) => !known.has(postKey(post)))
  const phone = entry.phone?.value ?? before?.phone
  return {
    name: entry.name?.value ?? before?.name ?? '',
    email: before?.email ?? entry.email,
    language: entry.language?.value ?? before?.language ?? 'zh',
    posts: [...held, ...added],
    ...(phone === undefined ? {} : { phone }),
  }
}

const touchesAdministrators = (posts: readonly Post[]): boolean => posts.some(({ role }) => role === 'administrator')

const administratorsRow = ({ posts, place }: PersonEntry): FilePlace =>
  [...posts.values()].find(({ value }: Said<Post>) => value.role === 'administrator')?.place ?? place

/** What the file makes of one person; undefined where it may not. */
export const personChange = (entry: PersonEntry, now: DirectoryNow, wrong: Wrong): PersonChange | undefined => {
  const before = now.people.get(entry.email.toLowerCase())
  if (before === undefined && entry.name === undefined) return wrong(entry.place, faults.given(headings.person))
  const elsewhere = before?.posts.some(({ unit }) => {
    const known = now.units.get(unit)
    return known === undefined || !now.mayKeep(known)
  })
  const next = nextPerson(entry, before)
  const change = { next, row: entry.place.row, ...(before === undefined ? {} : { before }) }
  if (before !== undefined && isSameCells(personCells(before), personCells(next))) return change
  if (elsewhere) return wrong(entry.place, faults.notYourPerson(entry.email))
  if (touchesAdministrators(next.posts) && !now.isAdministrator)
    return wrong(administratorsRow(entry), faults.notYourRole)
  return next.posts.length > mostPosts ? wrong(entry.place, faults.tooManyPosts(mostPosts)) : change
}
