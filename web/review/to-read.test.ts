import { describe, expect, it } from 'vitest'
import { type Found, markAt, toRead } from './to-read.ts'

const found = (check: string, of: Found['class'], cell = check): Found => ({
  check,
  ruleId: check,
  class: of,
  cells: [cell],
  message: { zh: check, en: check },
  key: check,
})

describe('what needs reading', () => {
  const checks = [found('hint', 'D', 'b'), found('c', 'C'), found('a', 'A'), { ...found('b', 'B'), reason: '属实' }]
  const outliers = [{ cell: 'far', value: 9 }]
  it('is what the checks found, the gravest first, explained or not; hints stand apart', () => {
    const { findings, hints } = toRead({ checks })
    expect(findings.map(({ check }) => check)).toEqual(['a', 'b', 'c'])
    expect(hints.map(({ check }) => check)).toEqual(['hint'])
  })
  it('marks a cell by the gravest of what is said of it', () => {
    const all = toRead({ checks, outliers })
    expect(['a', 'b', 'far', 'other'].map((cell) => markAt(all, cell))).toEqual(['wrong', 'read', 'read', undefined])
    expect(markAt(toRead({ checks: [found('hint', 'D', 'b')] }), 'b')).toBe('hint')
  })
})
