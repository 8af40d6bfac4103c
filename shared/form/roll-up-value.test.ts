import { describe, expect, it } from 'vitest'
import { listsOf } from './fields.ts'
import { joinForms } from './forms.ts'
import { listRowsOf, rowAddresses } from './lists.ts'
import { joinList, narrativesSideBySide } from './roll-up-value.ts'
import { splitStated } from './stated.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const received = 'requests.received.business'

describe('what is not added', () => {
  const contributions = [
    { unit: '乐都', cells: { 'accounts.b.name': '乐都公安', 'accounts.a.supervised': false, 'overview.text': '平稳' } },
    { unit: '平安', cells: { 'accounts.none': true, 'overview.text': '' } },
    { unit: '民和', cells: { 'accounts.a.name': '民和公安', 'accounts.none': null } },
  ]

  it('is joined, if it is a list, each row naming its unit', () => {
    const [accounts] = listsOf(form)
    expect(accounts && joinList(accounts, contributions)).toEqual([
      { unit: '乐都', rowId: 'a', values: { supervised: false } },
      { unit: '乐都', rowId: 'b', values: { name: '乐都公安' } },
      { unit: '民和', rowId: 'a', values: { name: '民和公安' } },
    ])
  })

  it('stands side by side, if it is a narrative', () => {
    expect(narrativesSideBySide(form, contributions)).toEqual({
      'overview.text': [{ unit: '乐都', text: '平稳' }],
      'problems.text': [],
      'otherMatters.text': [],
    })
  })
})

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
    expect(accounts && rowAddresses(accounts, 'r3')).toEqual([
      'accounts.r3.name',
      'accounts.r3.platform',
      'accounts.r3.supervised',
    ])
  })
})

describe('stated values', () => {
  it('are parted from inputs', () => {
    expect(splitStated(form, { [received]: 1, 'requests.received.total': 2, 'no.such.cell': 3 })).toEqual({
      cells: { [received]: 1, 'no.such.cell': 3 },
      stated: { 'requests.received.total': 2 },
    })
  })
})
