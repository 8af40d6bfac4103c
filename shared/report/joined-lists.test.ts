import { describe, expect, it } from 'vitest'
import { joinForms } from '../form/forms.ts'
import { joinedLists } from './joined-lists.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])

describe('joined lists', () => {
  it('hold the rows of every unit under its id, by unit and row id, whatever the order', () => {
    const members = [
      { unit: 'b', lists: { 'accounts.r1.name': '公安民和' } },
      {
        unit: 'a',
        lists: { 'accounts.r2.name': '乐都二', 'accounts.r1.name': '乐都一', 'accounts.r1.supervised': true },
      },
    ]
    expect(joinedLists(form, members)).toEqual([
      { unit: 'a', section: 'accounts', rows: [{ name: '乐都一', supervised: true }, { name: '乐都二' }] },
      { unit: 'b', section: 'accounts', rows: [{ name: '公安民和' }] },
    ])
    expect(joinedLists(form, [...members].reverse())).toEqual(joinedLists(form, members))
  })

  it('leave out a unit that said it has none', () => {
    expect(joinedLists(form, [{ unit: 'a', lists: { 'accounts.none': true } }])).toEqual([])
  })
})
