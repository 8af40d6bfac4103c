/* The people who hold posts: who they are, who takes over from them, and whether letters reach them. */
import type { RouteId } from '../../shared/api.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import type { Language, Person, Post } from '../../shared/unit/unit.ts'
import { mostPosts } from '../../shared/unit/written.ts'
import { type Caller, permitted } from '../pipeline/caller.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { type AddressState, stateOf } from '../store/addresses.ts'
import type { LogEntry } from '../store/log.ts'
import { isAdministrator } from '../store/person-writes.ts'
import type { StoredPerson } from '../store/units.ts'

const answerOf = ({ version: _version, ...person }: StoredPerson, address: AddressState) => ({
  ...person,
  posts: [...person.posts],
  address,
})
const answered = async ({ addresses }: Pick<Services, 'addresses'>, person: StoredPerson) =>
  answerOf(person, stateOf(await addresses.addressOf(person.email)))

/** An entry for the log of the directory: who did it, and to whom. */
const entryOf = (
  services: Pick<Services, 'now'>,
  { actor }: Caller,
  what: string,
  facts: LogEntry['facts'] = {},
): LogEntry => ({ at: services.now(), by: actor, what, facts })

const postsIn = (posts: readonly Post[]): readonly string[] => posts.map(({ unit, role }) => `${unit} ${role}`)

/** A coordinator gives and takes posts in their own scope only; an administrator anywhere. */
const mayGive = async (
  services: Services,
  caller: Caller,
  route: RouteId,
  posts: readonly Post[],
): Promise<Result<true>> => {
  for (const id of new Set(posts.map((post) => post.unit))) {
    const unit = await services.units.unit(id)
    if (unit === undefined) return refuse('notFound', { what: id })
    const allowed = await permitted(services, caller, route, unit)
    if (!allowed.ok) return allowed
  }
  const raises = posts.some((post) => post.role === 'administrator') && !isAdministrator(caller.person)
  return raises ? refuse('notYours', { what: route }) : ok(true as const)
}

export const listPeople = (services: Services) =>
  http(services, 'listPeople', async ({ query, caller }) => {
    const unit = await services.units.unit(query.unit)
    if (unit === undefined) return refuse('notFound', { what: query.unit })
    const allowed = await permitted(services, caller, 'listPeople', unit)
    if (!allowed.ok) return allowed
    const [people, addresses] = await Promise.all([services.units.peopleOf(unit.id), services.addresses.inTrouble()])
    return ok({ people: people.map((person) => answerOf(person, addresses.stateOf(person.email))) })
  })

interface PersonBody {
  readonly name: string
  readonly email: string
  readonly phone?: string | undefined
  readonly language: Language
  readonly posts: readonly Post[]
}

const personOf = (id: string, version: number, { phone, ...body }: PersonBody): StoredPerson => ({
  id,
  version,
  ...body,
  ...(phone === undefined ? {} : { phone }),
})

const savePerson = async (services: Services, caller: Caller, next: StoredPerson, before: StoredPerson | undefined) => {
  if (!(await leavesAnAdministrator(services, before, next))) return refuse('lastAdministrator', { person: next.name })
  const log = entryOf(services, caller, before === undefined ? 'personAdded' : 'personChanged', {
    posts: postsIn(next.posts),
  })
  const saved = await services.units.putPerson(next, before, log)
  if (saved === 'saved') return ok(await answered(services, next))
  return saved === 'emailTaken' ? refuse('emailTaken', { email: next.email }) : refuse('busy', undefined)
}

/* Asked before the store does, so that it can be said; the store's own condition holds against two at once. */
const leavesAnAdministrator = async (
  { units }: Pick<Services, 'units'>,
  before: StoredPerson | undefined,
  next: Pick<Person, 'posts'> | undefined,
): Promise<boolean> =>
  before === undefined ||
  !isAdministrator(before) ||
  isAdministrator(next) ||
  (await units.administratorBeside(before.id)) !== undefined

export const postPerson = (services: Services) =>
  http(services, 'postPerson', async ({ body, caller }) => {
    const allowed = await mayGive(services, caller, 'postPerson', body.posts)
    return allowed.ok ? savePerson(services, caller, personOf(services.newId(), 1, body), undefined) : allowed
  })

/** The person, where all these posts of theirs (without a choice: all) are the caller's to give. */
const heldBy = async (
  services: Services,
  caller: Caller,
  route: RouteId,
  id: string,
  chosen?: readonly Post[],
): Promise<Result<StoredPerson>> => {
  const person = await services.units.person(id)
  if (person === undefined) return refuse('notFound', { what: id })
  const allowed = await mayGive(services, caller, route, chosen ?? person.posts)
  if (allowed.ok) return ok(person)
  /* The same as for nobody: not even the unit is named. */
  return allowed.refusal.code === 'notFound' ? refuse('notFound', { what: id }) : allowed
}

export const putPerson = (services: Services) =>
  http(services, 'putPerson', async ({ path, body, caller }) => {
    const before = await heldBy(services, caller, 'putPerson', path.id)
    if (!before.ok) return before
    const allowed = await mayGive(services, caller, 'putPerson', body.posts)
    if (!allowed.ok) return allowed
    return savePerson(services, caller, personOf(path.id, before.value.version + 1, body), before.value)
  })

/** Letters that wait for somebody who is removed are not sent: they find nobody at their delivery (functions/mail). */
export const deletePerson = (services: Services) =>
  http(services, 'deletePerson', async ({ path, caller }) => {
    const before = await heldBy(services, caller, 'deletePerson', path.id)
    if (!before.ok) return before
    const { name, posts } = before.value
    if (!(await leavesAnAdministrator(services, before.value, undefined)))
      return refuse('lastAdministrator', { person: name })
    const log = entryOf(services, caller, 'personRemoved', { name, posts: postsIn(posts) })
    return (await services.units.removePerson(before.value, log)) ? ok({}) : refuse('busy', undefined)
  })

interface Successor {
  readonly person?: string | undefined
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly language?: Language | undefined
}

const samePost = (one: Post, other: Post): boolean => one.unit === other.unit && one.role === other.role

/* Who takes over, as they were and as they become. */
const successorOf = async (
  services: Services,
  caller: Caller,
  to: Successor,
  posts: readonly Post[],
): Promise<Result<{ readonly next: StoredPerson; readonly before: StoredPerson | undefined }>> => {
  if (to.person === undefined) {
    const { name = '', email = '', phone, language = 'zh' } = to
    return ok({ next: personOf(services.newId(), 1, { name, email, phone, language, posts }), before: undefined })
  }
  const known = await heldBy(services, caller, 'handOver', to.person)
  if (!known.ok) return known
  const before = known.value
  const gained = posts.filter((post) => !before.posts.some((held) => samePost(held, post)))
  return ok({ next: { ...before, posts: [...before.posts, ...gained], version: before.version + 1 }, before })
}

const invalid = (path: string, zh: string, en: string) =>
  refuse('invalid', { count: 1 }, { errors: [{ path, message: { zh, en } }] })

/**
 * Posts go from one person to another, both or neither: there is no moment without a reporter. Who has no post left is
 * removed; the log keeps them.
 */
export const handOver = (services: Services) =>
  http(services, 'handOver', async ({ path, body, caller }) => {
    const found = await heldBy(services, caller, 'handOver', path.id, body.posts)
    if (!found.ok) return found
    const before = found.value
    const posts = body.posts ?? before.posts
    /* Somebody of whom none of these is true is nobody here. */
    if (!posts.some((post) => before.posts.some((held) => samePost(held, post))))
      return refuse('notFound', { what: path.id })
    if (!posts.every((post) => before.posts.some((held) => samePost(held, post))))
      return invalid('posts', '此人没有这个岗位。', 'This person does not hold that post.')
    if (body.to.person === path.id)
      return invalid('to.person', '不能移交给本人。', 'Nobody takes over from themselves.')
    const to = await successorOf(services, caller, body.to, posts)
    if (!to.ok) return to
    if (to.value.next.posts.length > mostPosts)
      return invalid('posts', `一人最多 ${mostPosts} 个岗位。`, `A person holds ${mostPosts} posts at most.`)
    const left = before.posts.filter((held) => !posts.some((post) => samePost(held, post)))
    const next = left.length === 0 ? undefined : { ...before, posts: left, version: before.version + 1 }
    const log = entryOf(services, caller, 'handedOver', {
      from: before.id,
      fromName: before.name,
      to: to.value.next.id,
      posts: postsIn(posts),
    })
    const saved = await services.units.handOver({ next, before }, to.value, log)
    if (saved === 'emailTaken') return refuse('emailTaken', { email: to.value.next.email })
    if (saved === 'busy') return refuse('busy', undefined)
    return ok({
      ...(next === undefined ? {} : { from: await answered(services, next) }),
      to: await answered(services, to.value.next),
    })
  })

/** The coordinator says that the address works again; the next letter shows whether it does. */
export const clearAddress = (services: Services) =>
  http(services, 'clearAddress', async ({ path, caller }) => {
    const person = await heldBy(services, caller, 'clearAddress', path.id)
    if (!person.ok) return person
    await services.addresses.clear(person.value.email)
    return ok(answerOf(person.value, 'ok'))
  })
