/*
 * Adds the figures of units, input cells only. One pass over the contributions and no value copied: 41,000 units of
 * 200 cells are eight million additions, about a third of a second.
 */
import type { Cells, CellValue, NotApplicable } from './cells.ts'
import { isNotApplicable } from './cells.ts'
import { addDecimals, isDecimal } from './decimal.ts'
import type { Address, Form } from './form.ts'
import type { Contribution } from './roll-up-value.ts'
import { addressesOf } from './roll-up-value.ts'

/** Sums of one kind of cells while the contributions pass by: parallel arrays, which measured four times as fast as objects. */
interface Tally {
  readonly addresses: readonly Address[]
  readonly filled: Uint8Array
  readonly blank: Uint8Array
  readonly na: (NotApplicable | undefined)[]
}

const tallyOf = (addresses: readonly Address[]): Tally => ({
  addresses,
  filled: new Uint8Array(addresses.length),
  blank: new Uint8Array(addresses.length),
  na: [],
})

/** A cell that gave no figure: not applicable, or else blank. */
const passOver = (tally: Tally, at: number, value: CellValue | undefined): void => {
  if (isNotApplicable(value)) tally.na[at] ??= value
  else tally.blank[at] = 1
}

const outcome = (tally: Tally, at: number, value: CellValue): CellValue => {
  if (tally.filled[at] === 1) return value
  return tally.blank[at] === 1 ? null : (tally.na[at] ?? null)
}

const addCounts = (addresses: readonly Address[], contributions: readonly Contribution[]): Cells => {
  const tally = tallyOf(addresses)
  const sums = new Float64Array(addresses.length)
  for (const { cells } of contributions) {
    for (let at = 0; at < addresses.length; at += 1) {
      const value = cells[addresses[at] ?? '']
      if (typeof value === 'number' && value % 1 === 0) {
        const sum = (sums[at] ?? 0) + value
        if (sum > Number.MAX_SAFE_INTEGER || sum < -Number.MAX_SAFE_INTEGER) {
          throw new RangeError(`The sum of "${addresses[at]}" is too large to be exact.`)
        }
        sums[at] = sum
        tally.filled[at] = 1
      } else passOver(tally, at, value)
    }
  }
  return Object.fromEntries(addresses.map((address, at) => [address, outcome(tally, at, sums[at] ?? null)]))
}

const addMoney = (addresses: readonly Address[], contributions: readonly Contribution[]): Cells => {
  const tally = tallyOf(addresses)
  const amounts: string[][] = addresses.map(() => [])
  for (const { cells } of contributions) {
    for (const [at, address] of addresses.entries()) {
      const value = cells[address]
      if (typeof value === 'string' && isDecimal(value)) {
        amounts[at]?.push(value)
        tally.filled[at] = 1
      } else passOver(tally, at, value)
    }
  }
  return Object.fromEntries(
    addresses.map((address, at) => [address, outcome(tally, at, addDecimals(amounts[at] ?? []))]),
  )
}

/**
 * Figures of all units added, one per number cell. Blank where nobody filled it in; blank and "not applicable" add
 * nothing; "not applicable" only where it is for everybody. A sum of counts is exact as long as it is below 2^53:
 * 90,000 units of 10^11 each; beyond that RangeError rather than a wrong figure. Values of another kind than their
 * cell's are passed over as blank (check R9 names them).
 */
export const addUp = (form: Form, contributions: readonly Contribution[]): Cells => ({
  ...addCounts(addressesOf(form, 'added'), contributions),
  ...addMoney(addressesOf(form, 'addedExactly'), contributions),
})
