import { describe, expect, it } from 'vitest'
import { listsOf } from './fields.ts'
import { joinForms } from './forms.ts'
import { listRowsOf } from './lists.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])

describe('rows of a list', () => {
  it('are what has a filled cell of a known column', () => {
    const [accounts] = listsOf(form)
    const cells = {
      'accounts.r1.name': null,
      'accounts.r2.colour': 'x',
      'accounts.none.name': 'x',
      'accounts.r3.platform': { na: '无' },
    }
    expect(accounts && listRowsOf(accounts, cells)).toEqual([{ rowId: 'r3', values: { platform: { na: '无' } } }])
  })
})
