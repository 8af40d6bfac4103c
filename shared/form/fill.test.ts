import { describe, expect, it } from 'vitest'
import { inputFieldsOf } from './fields.ts'
import { fillSection } from './fill.ts'
import { joinForms } from './forms.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const inputsIn = (section: string) => inputFieldsOf(form).filter((field) => field.section === section)

describe('filling the rest with 0', () => {
  it('sets what is blank and nothing else', () => {
    const standing = {
      'proactive.rules.made': 3,
      'proactive.rules.disclosed': 0,
      'proactive.licensing.change': { na: '无' },
    }
    const filling = fillSection(form, 'proactive', 'zero', standing)
    expect(filling.ok && Object.keys(filling.cells)).toHaveLength(inputsIn('proactive').length - 3)
    expect(filling.ok && filling.cells).toMatchObject({
      'proactive.rules.totalDisclosed': 0,
      'proactive.penalties.change': 0,
      'proactive.procurement.amount': '0',
    })
    expect(filling.ok && Object.keys(standing).some((address) => address in filling.cells)).toBe(false)
  })

  it('leaves narratives, lists and computed cells alone', () => {
    expect(fillSection(form, 'overview', 'zero', {})).toEqual({ ok: true, cells: {} })
    expect(fillSection(form, 'accounts', 'zero', {})).toEqual({ ok: true, cells: {} })
    const filling = fillSection(form, 'requests', 'zero', {})
    expect(filling.ok && Object.keys(filling.cells)).toHaveLength(132)
  })

  it('is refused for a section the form does not have', () => {
    expect(fillSection(form, 'nothing', 'zero', {}).ok).toBe(false)
  })
})

describe('a nil return', () => {
  it('sets every figure of the section to 0', () => {
    const filling = fillSection(form, 'requests', 'nil', { 'requests.received.business': 0 })
    expect(filling.ok && Object.keys(filling.cells)).toHaveLength(131)
  })

  it('is refused while a figure stands, and names it', () => {
    const standing = { 'proactive.rules.made': 3, 'proactive.procurement.amount': '0.00', 'proactive.fees.change': -1 }
    const filling = fillSection(form, 'proactive', 'nil', standing)
    expect(filling).toMatchObject({ ok: false, cells: ['proactive.rules.made', 'proactive.fees.change'] })
    expect(filling.ok ? '' : filling.message.zh).toContain('「规章 · 本年新制作数量」等 2 处不为 0')
  })

  it('says that a list has none, unless it has rows', () => {
    expect(fillSection(form, 'accounts', 'nil', {})).toEqual({ ok: true, cells: { 'accounts.none': true } })
    expect(fillSection(form, 'accounts', 'nil', { 'accounts.r1.name': '海东公安' })).toMatchObject({
      ok: false,
      cells: ['accounts.r1'],
    })
  })

  it('leaves a narrative untouched', () => {
    expect(fillSection(form, 'problems', 'nil', { 'problems.text': '问题' })).toEqual({ ok: true, cells: {} })
  })
})
