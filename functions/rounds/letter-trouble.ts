/* What keeps letters from arriving, as work for the coordinator: dead addresses, and units that nobody reaches. */
import { stillOwes } from '../../shared/reminder/still-true.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import type { PeopleBook } from '../remind/people.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { KnownAddresses, StoredAddress } from '../store/addresses.ts'

interface Facts {
  readonly round: Round
  readonly collector: Unit
  readonly own: readonly Unit[]
  readonly known: KnownAddresses
  readonly book: PeopleBook
}

/** Dead addresses of people whom this round writes to; nobody has one that they left. */
const deadAddresses = async ({ units }: Services, { collector, own, known }: Facts) => {
  const written = new Set([collector.id, ...own.map(({ id }) => id)])
  const found = await sideBySide(known.all, async ({ email, state, at, why }: StoredAddress) => {
    if (state === 'doubtful') return []
    const person = await units.personByEmail(email)
    const posts = person?.posts.filter(({ unit, role }) => written.has(unit) && role !== 'administrator') ?? []
    if (person === undefined || posts.length === 0) return []
    const of = [...new Set(posts.map(({ unit }) => unit))]
    return [{ person: person.id, name: person.name, email: person.email, state, at, because: why, units: of }]
  })
  return found.flat().sort((one, other) => (one.at > other.at ? -1 : 1))
}

/** Units that owe, and have nobody to fill in whom a letter reaches. */
const unreachable = async (services: Services, { round, collector, own, known, book }: Facts) => {
  const board = await services.rounds.board(round.id, collector.id)
  const owing = own.filter((unit) => stillOwes(board.heads.find((head) => head.unit === unit.id)?.now.stage))
  const found = await sideBySide(owing, async (unit) => {
    const people = await book(unit, collector.id, ['reporter'])
    return people.some(({ email }) => known.stateOf(email) === 'ok') ? [] : [unit.id]
  })
  return found.flat()
}

export const troubleOf = async (services: Services, facts: Facts) => {
  const [addresses, nobody] = await Promise.all([deadAddresses(services, facts), unreachable(services, facts)])
  return { addresses, unreachable: nobody }
}
