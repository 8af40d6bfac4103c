/* Posting what is owed: claims of the units and letters to their people, one transaction for each batch. */
import { batches, type Owing } from '../../shared/reminder/batches.ts'
import type { Letter } from '../../shared/reminder/letter.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import { claimed, posted } from '../store/letters.ts'
import { commit, transactionLimit } from '../store/table-client.ts'
import type { StoredPerson } from '../store/units.ts'
import { type Done, nothing, plus } from './done.ts'
import { factsFor, kindOf, roleIn } from './letter-of.ts'
import type { OwedStep } from './owed.ts'
import { peopleBook } from './people.ts'

const letterFor = (
  round: Round,
  collector: UnitId,
  person: StoredPerson,
  owed: readonly OwedStep[],
  now: Instant,
): Letter | undefined => {
  const [first] = owed
  if (first === undefined) return undefined
  const { step, due, unit } = first
  /* The moment, not its day: an extension from 17:00 to 24:00 of one day is another due moment. */
  const named = { what: `${step.step.id}-${unit.id}`, which: due.dueAt.replaceAll(/[-:.]/g, '') }
  const role = roleIn(person, owed, collector)
  return { ...factsFor(round, collector, person, role, owed, named, now), ...kindOf(step.step) }
}

/** Steps that are the same for several units are posted together: one letter to a person lists them all. */
const bySameStep = (owed: readonly OwedStep[]): readonly (readonly OwedStep[])[] => {
  const groups = new Map<string, OwedStep[]>()
  for (const one of owed) {
    const key = `${one.step.step.id} ${one.due.dueAt}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** Posts what units under one collector owe; what has to wait for tomorrow is counted and left. */
export const post = async (
  services: Services,
  round: Round,
  collector: UnitId,
  all: readonly OwedStep[],
  now: Instant,
): Promise<Done> => {
  const book = peopleBook(services)
  const [heldTo] = all.flatMap(({ notBefore }) => notBefore ?? []).sort()
  let done: Done = heldTo === undefined ? nothing : { ...nothing, heldTo }
  for (const group of bySameStep(all.filter(({ notBefore }) => notBefore === undefined))) {
    const of = new Map(group.map((one) => [one.unit.id, one]))
    const owing: readonly Owing<StoredPerson>[] = await Promise.all(
      group.map(async ({ unit, step }) => ({ unit: unit.id, people: await book(unit, collector, step.step.to) })),
    )
    for (const batch of batches(owing, transactionLimit)) {
      const letters = batch.letters.flatMap(({ person, units }) => {
        const about = units.map((unit) => of.get(unit)).filter((one) => one !== undefined)
        return letterFor(round, collector, person, about, now) ?? []
      })
      const claims = batch.units.flatMap((unit) => {
        const one = of.get(unit)
        return one === undefined
          ? []
          : [claimed(round.id, collector, { unit, dueAt: one.due.dueAt, step: one.step.step.id, at: now })]
      })
      const { done: isPosted } = await commit(services.table, [
        ...claims,
        ...letters.map((letter) => posted(letter, now)),
      ])
      const unreachable = owing.filter((one) => batch.units.includes(one.unit) && one.people.length === 0).length
      done = plus(done, isPosted ? { ...nothing, letters: letters.length, unreachable } : { ...nothing, refused: 1 })
    }
  }
  return done
}
