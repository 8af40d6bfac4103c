/*
 * Who does what in a season. In the season that everybody knows, 乐都 is early, 平安 has two clerks and presses twice,
 * 民和 is sent back, 互助 hands in a nil return and its first letter bounces, 化隆 is late, 循化 has an extension.
 * Another seed deals the habits to other counties; the city bureau's own figures always come on time.
 */
import type { Unit } from '../../shared/unit/unit.ts'
import { type CastMember, cast, counties } from './haidong.ts'
import type { Random } from './random.ts'

export const habits = ['early', 'twoClerks', 'sentBack', 'nil', 'late', 'extended'] as const
export type Habit = (typeof habits)[number]

export interface Player {
  readonly unit: Unit
  readonly clerks: readonly CastMember[]
}

export type Players = Readonly<Record<Habit, Player>>

/** A unit with its clerks. */
export const playerOf = (unit: Unit): Player => ({
  unit,
  clerks: cast.filter((member) => member.unit === unit.id && member.role === 'reporter'),
})

/**
 * Deals the habits. Two clerks are needed for typing at once: where the county has one, its leader is not asked to
 * type, and the two tokens are the same clerk's in two windows.
 */
export const deal = (random: Random | undefined): Players => {
  const dealt = random === undefined ? counties : random.shuffled(counties)
  const of = (index: number): Player => {
    const unit = dealt[index]
    if (unit === undefined) throw new RangeError('six habits, six counties')
    return playerOf(unit)
  }
  return { early: of(0), twoClerks: of(1), sentBack: of(2), nil: of(3), late: of(4), extended: of(5) }
}
