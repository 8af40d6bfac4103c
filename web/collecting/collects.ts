/* Who has the pages of a collecting unit: those who plan, review, read or keep the directory. */
import type { MeAnswer } from '../api/client.ts'

type Person = MeAnswer['person']
type Role = Person['posts'][number]['role']

/** Holds a post of one of these roles. */
export const holds = ({ posts }: Person, ...roles: readonly Role[]): boolean =>
  posts.some(({ role }) => roles.includes(role))

/** Has pages besides the reporter's. */
export const collects = (person: Person): boolean => holds(person, 'coordinator', 'leader', 'administrator')
