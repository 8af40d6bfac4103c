import { describe, expect, it } from 'vitest'
import { takesPart } from './participation.ts'
import type { Round } from './round.ts'

/** A round of Haidong for all units below it, seen by 乐都. */
const owes = ({
  units = 'below',
  path = ['qinghai', 'haidong', 'ledu'],
}: {
  readonly units?: Round['units']
  readonly path?: readonly string[]
} = {}) => takesPart({ owner: 'haidong', units }, { id: path.at(-1) ?? '', path })

describe('taking part in a round', () => {
  it('is not for a unit outside the subtree of the owner', () => {
    expect(owes({ path: ['qinghai', 'xining'] })).toBe(false)
  })

  it('is not for a unit above the owner', () => {
    expect(owes({ path: ['qinghai'] })).toBe(false)
  })

  it('is not for a unit that the list leaves out', () => {
    expect(owes({ units: ['minhe', 'haidong'] })).toBe(false)
  })

  it('is not for a unit of the list that stands outside the subtree', () => {
    expect(owes({ units: ['xining'], path: ['qinghai', 'xining'] })).toBe(false)
  })

  it('is not for a unit below one of the list', () => {
    expect(owes({ units: ['ledu'], path: ['qinghai', 'haidong', 'ledu', 'nianbo'] })).toBe(false)
  })

  it('is for every unit below the owner, however deep', () => {
    expect([owes(), owes({ path: ['qinghai', 'haidong', 'ledu', 'nianbo'] })]).toEqual([true, true])
  })

  it('is for the owner, whose own figures are a return like any other', () => {
    expect(owes({ path: ['qinghai', 'haidong'] })).toBe(true)
  })

  it('is for a unit of the list', () => {
    expect(owes({ units: ['minhe', 'ledu'] })).toBe(true)
  })
})
