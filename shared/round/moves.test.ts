import { describe, expect, it } from 'vitest'
import type { Result } from '../refusal.ts'
import { instant } from '../time.ts'
import { approve, close, openByClock, publish, type RoundMove, roundMovableFrom } from './moves.ts'
import type { Round, RoundStage } from './round.ts'

const opensAt = instant('2020-01-02T09:00:00+08:00')
const before = instant('2020-01-02T08:59:59.999+08:00')

const roundWith = (given: Partial<Round> = {}): Round => ({
  id: 'haidong-2019',
  title: '2019年度报告',
  owner: 'haidong',
  forms: ['ogi-2019'],
  year: 2019,
  opensAt,
  dueAt: instant('2020-02-01T00:00:00+08:00'),
  dueByLevel: {},
  zone: 'Asia/Shanghai',
  units: 'below',
  ladder: [],
  calendar: { id: 'cn', extraDaysOff: [], extraWorkdays: [] },
  statutory: false,
  extraChecks: [],
  stage: 'planned',
  version: 3,
  edition: 0,
  ...given,
})

const stages: readonly RoundStage[] = ['planned', 'approved', 'open', 'closed', 'published']
const outside = (move: RoundMove) => {
  const from: readonly RoundStage[] = roundMovableFrom[move]
  return stages.filter((stage) => !from.includes(stage))
}
const refusalOf = (result: Result<Round>) => (result.ok ? undefined : result.refusal)
const become = (result: Result<Round>): Round => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('the stages of a round', () => {
  it('follow one another, and only publishing may be repeated', () => {
    expect(roundMovableFrom).toEqual({
      approve: ['planned'],
      open: ['approved'],
      close: ['open'],
      publish: ['closed', 'published'],
    })
  })
})

describe('approving the opening', () => {
  it.each(outside('approve'))('is refused for a round that is %s', (stage) => {
    expect(refusalOf(approve(roundWith({ stage }), opensAt))?.code).toBe('wrongStage')
  })

  it('waits for the clock before the opening', () => {
    expect(become(approve(roundWith(), before))).toEqual(roundWith({ stage: 'approved', version: 4 }))
  })

  it('opens at once from the opening on', () => {
    expect(become(approve(roundWith(), opensAt))).toEqual(roundWith({ stage: 'open', version: 4 }))
  })
})

describe('opening by the clock', () => {
  it.each(outside('open'))('is refused for a round that is %s', (stage) => {
    expect(refusalOf(openByClock(roundWith({ stage }), opensAt))?.code).toBe('wrongStage')
  })

  it('is refused before the opening', () => {
    expect(refusalOf(openByClock(roundWith({ stage: 'approved' }), before))?.code).toBe('wrongStage')
  })

  it('opens an approved round at the very moment', () => {
    const opened = become(openByClock(roundWith({ stage: 'approved' }), opensAt))
    expect(opened).toEqual(roundWith({ stage: 'open', version: 4 }))
  })
})

describe('closing', () => {
  it.each(outside('close'))('is refused for a round that is %s', (stage) => {
    expect(refusalOf(close(roundWith({ stage })))?.detail.en).toBe(`“2019年度报告” is ${stage}; it cannot close.`)
  })

  it('closes an open round', () => {
    expect(become(close(roundWith({ stage: 'open' })))).toEqual(roundWith({ stage: 'closed', version: 4 }))
  })
})

describe('publishing', () => {
  it.each(outside('publish'))('is refused for a round that is %s', (stage) => {
    expect(refusalOf(publish(roundWith({ stage })))?.code).toBe('wrongStage')
  })

  it('makes the first edition of a closed round', () => {
    expect(become(publish(roundWith({ stage: 'closed' })))).toEqual(
      roundWith({ stage: 'published', version: 4, edition: 1 }),
    )
  })

  it('makes the next edition after a correction', () => {
    expect(become(publish(roundWith({ stage: 'published', edition: 1 }))).edition).toBe(2)
  })
})
