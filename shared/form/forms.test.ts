import { describe, expect, it } from 'vitest'
import { fieldsOf } from './fields.ts'
import { allForms, formById, joinForms } from './forms.ts'
import { partsOf } from './join.ts'

describe('joining forms', () => {
  it('refuses no form at all', () => {
    expect(() => joinForms([])).toThrow(RangeError)
  })

  it('refuses an unknown form', () => {
    expect(() => joinForms(['ogi-2021', 'ogi-1999'])).toThrow('ogi-1999')
  })

  it('refuses two editions, whose sections have the same ids', () => {
    expect(() => joinForms(['ogi-2019', 'ogi-2021'])).toThrow(RangeError)
  })

  it('puts the sections of the supplement after those of the edition', () => {
    const form = joinForms(['ogi-2021', 'police-supplement'])
    expect(form.id).toBe('ogi-2021+police-supplement')
    expect(form.sections.map(({ id }) => id).slice(5)).toEqual([
      'otherMatters',
      'inquiries',
      'publications',
      'accounts',
    ])
    expect([...fieldsOf(form).keys()].at(-1)).toBe('publications.total.published')
  })

  it('keeps every check once, the recount included', () => {
    const ids = joinForms(['ogi-2021', 'police-supplement']).checks.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('R10')
    expect(ids).toContain('R17.accounts')
  })

  it('keeps years and source of the edition', () => {
    expect(joinForms(['ogi-2019', 'police-supplement'])).toMatchObject({
      years: { from: 2019, to: 2020 },
      source: '国办公开办函〔2019〕60号',
    })
  })

  it('gives the same value each time', () => {
    expect(joinForms(['ogi-2021', 'police-supplement'])).toBe(formById('ogi-2021+police-supplement'))
    expect(joinForms(['ogi-2021'])).toBe(formById('ogi-2021'))
  })
})

describe('finding a form', () => {
  it.each(['', 'ogi-1999', 'ogi-2021+', 'ogi-2021+ogi-2021', '__proto__'])('does not know "%s"', (id) => {
    expect(formById(id)).toBeUndefined()
  })

  it.each(allForms.map(({ id }) => id))('knows %s', (id) => {
    expect(formById(id)?.id).toBe(id)
    expect(partsOf(id)).toEqual([id])
  })
})
