/*
 * Who is calling: the person of the token's subject, or, at the first sign-in and after the record's address has
 * changed, of its verified address, from the token or from its issuer. The gateway has verified the token; here it is only read. Rights come from posts
 * in the table, never from the token.
 */
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import { actsOnBehalf, mayUse, type PostWithPath, relationOf } from '../../shared/access.ts'
import type { RouteId } from '../../shared/api.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import type { Actor } from '../../shared/return/return.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'

export interface Caller {
  readonly person: StoredPerson
  /** For the log and receipts. */
  readonly actor: Actor
  /** The same person, marked where they act for a unit that is not their own (product W1). */
  readonly actorFor: (unit: UnitId) => Actor
}

const text = (claim: unknown): string | undefined => (typeof claim === 'string' && claim !== '' ? claim : undefined)

type Event = APIGatewayProxyEventV2WithJWTAuthorizer

interface Claimed {
  readonly subject: string
  readonly email: string | undefined
  /** Only an address that the issuer has proven makes somebody known. */
  readonly verified: boolean
}

const claimedBy = (event: Event): Claimed | undefined => {
  const claims: Record<string, unknown> = event.requestContext.authorizer?.jwt?.claims ?? {}
  const subject = text(claims['sub'])
  if (subject === undefined) return undefined
  return { subject, email: text(claims['email']), verified: String(claims['email_verified']) === 'true' }
}

/*
 * An access token may say who and not which proven address, as Cognito's does: the issuer is asked then, with that
 * token. Its answer counts for the token's own subject and for nobody else.
 */
const withAddress = async (
  { identity }: Pick<Services, 'identity'>,
  event: Event,
  claimed: Claimed,
): Promise<Result<Claimed>> => {
  const token = /^Bearer +(\S+)$/i.exec(event.headers['authorization'] ?? '')?.[1]
  if ((claimed.email !== undefined && claimed.verified) || token === undefined) return ok(claimed)
  const holder = await identity.userInfo(token)
  if (holder.kind === 'nobodyToAsk') return ok(claimed)
  if (holder.kind === 'turnedAway') return refuse('notSignedIn', undefined)
  if (holder.kind === 'noAnswer' || holder.subject !== claimed.subject) return refuse('signInUnchecked', undefined)
  return ok({ ...claimed, email: text(holder.email), verified: holder.verified })
}

export const callerOf = async (
  { units, identity }: Pick<Services, 'units' | 'identity'>,
  event: Event,
): Promise<Result<Caller>> => {
  const claimed = claimedBy(event)
  if (claimed === undefined) return refuse('notSignedIn', undefined)
  const known = await units.personBySubject(claimed.subject)
  if (known !== undefined) return ok(callerAs(known))
  const addressed = await withAddress({ identity }, event, claimed)
  if (!addressed.ok) return addressed
  const { subject, email, verified } = addressed.value
  const person = email !== undefined && verified ? await units.personByEmail(email) : undefined
  if (person === undefined) return refuse('notAMember', { email: email ?? subject })
  await units.rememberSubject(subject, person)
  return ok(callerAs(person))
}

const callerAs = (person: StoredPerson): Caller => {
  const actor = { id: person.id, name: person.name }
  return {
    person,
    actor,
    actorFor: (unit) => (actsOnBehalf(person, unit) ? { ...actor, onBehalf: true as const } : actor),
  }
}

/**
 * May the caller use the route on what `asked` stands for? 403 where they stand near the unit that the request names,
 * 404 where they may not even know of it; the two units differ where the collector of a return is asked about.
 * The ways of the caller's own units are read only when the near ones do not settle it.
 */
export const permitted = async (
  { units }: Pick<Services, 'units'>,
  caller: Caller,
  route: RouteId,
  asked: Pick<Unit, 'id' | 'path'>,
  named: Pick<Unit, 'id' | 'path'> = asked,
): Promise<Result<true>> => {
  const without: readonly PostWithPath[] = caller.person.posts.map((post) => ({ ...post, path: [] }))
  if (mayUse(route, without, asked).may === 'yes') return ok(true as const)
  const known = new Map((await units.units(without.map((post) => post.unit))).map((unit) => [unit.id, unit.path]))
  const posts = without.map((post) => ({ ...post, path: known.get(post.unit) ?? [] }))
  if (mayUse(route, posts, asked).may === 'yes') return ok(true as const)
  const isNear = posts.some((post) => relationOf(post.unit, post.path, named) !== 'elsewhere')
  return isNear ? refuse('notYours', { what: route }) : refuse('notFound', { what: named.id })
}
