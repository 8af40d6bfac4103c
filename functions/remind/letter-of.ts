/* The facts of a letter about units that owe, to one person; what kind of letter a step of the ladder makes. */
import { type ClockKind, type LetterFacts, letterKey } from '../../shared/reminder/letter.ts'
import type { Due } from '../../shared/round/due.ts'
import type { LadderStep, Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Role, Unit, UnitId } from '../../shared/unit/unit.ts'
import type { StoredPerson } from '../store/units.ts'

export interface DueUnit {
  readonly unit: Unit
  readonly due: Due
}

export const kindOf = ({ id, timing }: LadderStep): ClockKind => {
  switch (timing.kind) {
    case 'opening':
      return { kind: 'opening' }
    case 'before':
    case 'dueDay':
      return { kind: 'reminder', step: id, timing: timing.kind }
    case 'after':
      return { kind: 'reminder', step: id, timing: 'overdue' }
  }
}

/** Who fills in is written to as such, even where the same person also leads or coordinates. */
export const roleIn = (
  person: Pick<StoredPerson, 'posts'>,
  about: readonly Pick<DueUnit, 'unit'>[],
  collector: UnitId,
): Role => {
  const holds = (role: Role, unit: UnitId) => person.posts.some((post) => post.role === role && post.unit === unit)
  if (about.some(({ unit }) => holds('reporter', unit.id))) return 'reporter'
  return holds('coordinator', collector) ? 'coordinator' : 'leader'
}

/** @param named what makes the letter this letter and no other: see letterKey */
export const factsFor = (
  round: Round,
  collector: UnitId,
  person: Pick<StoredPerson, 'id' | 'name' | 'email' | 'language'>,
  role: Role,
  about: readonly DueUnit[],
  named: { readonly what: string; readonly which: string },
  now: Instant,
): LetterFacts => ({
  key: letterKey({ round: round.id, parentUnit: collector, ...named, personId: person.id }),
  round: round.id,
  roundTitle: round.title,
  year: round.year,
  to: { personId: person.id, name: person.name, email: person.email, language: person.language, role },
  units: about.map(({ unit, due }) => ({ unit: unit.id, name: unit.name, dueAt: due.dueAt, dueWhy: due.why })),
  zone: round.zone,
  createdAt: now,
})
