import { describe, expect, it } from 'vitest'
import { canMove, movableFrom, type ReturnMove, type StageOrNone } from './stages.ts'

const stages: readonly StageOrNone[] = ['notStarted', 'drafting', 'submitted', 'sentBack', 'accepted']
const stagesFor = (move: ReturnMove) => stages.filter((stage) => canMove(move, stage))

describe('the stages of a return', () => {
  it.each<[ReturnMove, readonly StageOrNone[]]>([
    ['edit', ['notStarted', 'drafting', 'sentBack']],
    ['submit', ['drafting', 'sentBack']],
    ['withdraw', ['submitted']],
    ['review', ['submitted']],
    ['reopen', ['notStarted', 'drafting', 'sentBack', 'accepted']],
  ])('allow to %s from %j and from nowhere else', (move, from) => {
    expect(stagesFor(move)).toEqual(from)
  })

  it('name a way out of every stage', () => {
    const left = new Set<StageOrNone>(Object.values(movableFrom).flat())
    expect(stages.filter((stage) => !left.has(stage))).toEqual([])
  })

  it('let nobody change what is handed in or accepted', () => {
    expect([canMove('edit', 'submitted'), canMove('edit', 'accepted')]).toEqual([false, false])
  })
})
