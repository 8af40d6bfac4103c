import { describe, expect, it } from 'vitest'
import { joinForms } from '../../shared/form/forms.ts'
import { lineOf, untakenText } from './untaken-text.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const money = 'proactive.procurement.amount'

describe('what a return did not take', () => {
  it('is printed beside what the return has', () => {
    const line = lineOf(form, { cell: money, yours: '73802895.9', theirs: null })
    expect(line).toMatchObject({ yours: '73802895.9', theirs: '（空）' })
    expect(line.name).toContain('主动公开')
  })

  it('is shown as typed where it could not be read', () => {
    expect(lineOf(form, { cell: money, asTyped: true, yours: '很多', theirs: '12' })).toMatchObject({ yours: '很多' })
  })

  it('says which of it is a reason', () => {
    const line = lineOf(form, { cell: 'overview.text', isReason: true, asTyped: true, yours: '短', theirs: undefined })
    expect(line.name).toMatch(/ · 理由$/)
    expect(line.theirs).toBe('（空）')
  })

  it('can be taken away as a text', () => {
    const lines = [
      { key: '1', name: '甲', yours: '一\n二', theirs: '' },
      { key: '2', name: '乙', yours: '3', theirs: '' },
    ]
    expect(untakenText(lines)).toBe('甲\n一\n二\n\n乙\n3\n')
  })
})
