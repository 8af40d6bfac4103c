import { describe, expect, it } from 'vitest'
import { joinForms } from './forms.ts'
import { splitStated } from './stated.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const received = 'requests.received.business'

describe('stated values', () => {
  it('are parted from inputs', () => {
    expect(splitStated(form, { [received]: 1, 'requests.received.total': 2, 'no.such.cell': 3 })).toEqual({
      cells: { [received]: 1, 'no.such.cell': 3 },
      stated: { 'requests.received.total': 2 },
    })
  })
})
