import { describe, expect, it } from 'vitest'
import { formsFor } from './earlier-forms.ts'

describe('forms for the figures of an earlier year', () => {
  it.each([
    [2012, 'ogi-2019'],
    [2019, 'ogi-2019'],
    [2020, 'ogi-2019'],
    [2021, 'ogi-2021'],
    [2030, 'ogi-2021'],
  ])('of %i begin with the edition in force then, or the nearest', (year, first) => {
    const ids = formsFor(year).map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual([first, `${first}+police-supplement`])
    expect(ids.length).toBe(4)
  })
})
