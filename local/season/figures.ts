/*
 * How the published totals fall to the units is not public: a split is drawn from a seed, and marked 演示数据 wherever
 * it shows. The sums come out exactly, whatever the seed.
 */
import type { Cells } from '../../shared/form/cells.ts'
import { published } from './haidong.ts'
import { type Random, split } from './random.ts'

const number = (cell: string): number => {
  const value = published[cell]
  return typeof value === 'number' ? value : 0
}

/* A unit's stock is what it decided this year and what it lost since: 60 − 17 = 43 holds in every unit as in the city. */
const stock = (row: string, units: number, random: Random): readonly Cells[] => {
  const decided = split(number(`proactive.${row}.decisions`), units, random)
  const lost = split(-number(`proactive.${row}.change`), units, random)
  return decided.map((decisions, i) => ({
    [`proactive.${row}.decisions`]: decisions,
    [`proactive.${row}.change`]: 0 - (lost[i] ?? 0),
    [`proactive.${row}.itemsLastYear`]: decisions + (lost[i] ?? 0),
  }))
}

const plain = (cell: string, units: number, random: Random): readonly Cells[] =>
  split(number(cell), units, random).map((share) => ({ [cell]: share }))

/* 办结率 stayed above 95 %: of the 109 at most 5 are open. */
const inquiries = (units: number, random: Random): readonly Cells[] => {
  const rows = ['sunshinePlatform', 'directorMailbox', 'complaints']
  const received = rows.map((row) => split(number(`inquiries.${row}.received`), units, random))
  let open = random.below(6)
  return Array.from({ length: units }, (_, unit) =>
    Object.fromEntries(
      rows.flatMap((row, i) => {
        const came = received[i]?.[unit] ?? 0
        const left = open > 0 && came > 0 ? 1 : 0
        open -= left
        return [
          [`inquiries.${row}.received`, came],
          [`inquiries.${row}.answered`, came - left],
        ]
      }),
    ),
  )
}

/** Figures of each unit, in the order of the units; every other number cell is filled with an explicit zero. */
export const figuresOf = (units: number, random: Random): readonly Cells[] => {
  const drawn = [
    stock('penalties', units, random),
    stock('coercion', units, random),
    plain('disputes.directSuit.upheld', units, random),
    plain('disputes.directSuit.corrected', units, random),
    inquiries(units, random),
    plain('publications.sunshinePlatform.published', units, random),
    plain('publications.wechat.published', units, random),
    plain('publications.website.published', units, random),
  ]
  return Array.from({ length: units }, (_, unit) => Object.assign({}, ...drawn.map((cells) => cells[unit] ?? {})))
}
