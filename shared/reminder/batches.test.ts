import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Batch, batches, type Owing } from './batches.ts'

interface Somebody {
  readonly id: string
}

const owing = (unit: string, ...people: readonly string[]): Owing<Somebody> => ({
  unit,
  people: people.map((id) => ({ id })),
})

const lettersTo = (done: readonly Batch<Somebody>[], id: string) =>
  done.flatMap(({ letters }) => letters.filter(({ person }) => person.id === id).map(({ units }) => units))
const sizeOf = ({ units, letters }: Batch<Somebody>) => units.length + letters.length
const range = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(3, '0'))

describe('batches of reminders', () => {
  it('are none when nobody owes anything', () => {
    expect(batches([], 100)).toEqual([])
  })

  it('claim a unit that has nobody to write to', () => {
    expect(batches([owing('ledu')], 100)).toEqual([{ units: ['ledu'], letters: [] }])
  })

  it('list all units of a person in one letter', () => {
    const done = batches([owing('ledu', 'li'), owing('minhe', 'wang'), owing('xunhua', 'li')], 100)
    expect(lettersTo(done, 'li')).toEqual([['ledu', 'xunhua']])
  })

  it('keep two units of one person together where another person of theirs sorts between', () => {
    const done = batches([owing('a', 'an', 'zhao'), owing('b', 'bai'), owing('c', 'chen', 'zhao')], 5)
    expect(lettersTo(done, 'zhao')).toEqual([['a', 'c']])
    expect(done.map(({ units }) => units)).toEqual([['a', 'c'], ['b']])
  })

  it('write to each reporter once when the coordinator of all units makes them too many for one transaction', () => {
    const units = range(120)
    const done = batches(
      units.map((unit) => owing(unit, `reporter-${unit}`, 'coordinator')),
      100,
    )
    expect(done.every((batch) => sizeOf(batch) <= 100)).toBe(true)
    expect(units.map((unit) => lettersTo(done, `reporter-${unit}`))).toEqual(units.map((unit) => [[unit]]))
    expect(lettersTo(done, 'coordinator').flat()).toEqual(units)
    expect(lettersTo(done, 'coordinator')).toHaveLength(3)
  })

  it('spare a reporter of two units a second letter beside a coordinator of all', () => {
    const units = range(90)
    const done = batches(
      units.map((unit, index) => owing(unit, `reporter-${index % 45}`, 'coordinator')),
      100,
    )
    for (const index of range(45).map(Number)) expect(lettersTo(done, `reporter-${index}`)).toHaveLength(1)
  })

  it('give several letters to somebody who alone answers for more units than a transaction holds', () => {
    const done = batches(
      range(150).map((unit) => owing(unit, 'li')),
      100,
    )
    expect(lettersTo(done, 'li').map((units) => units.length)).toEqual([99, 51])
  })

  it('keep the claim of a unit and its letters in one batch even beyond the limit', () => {
    const done = batches([owing('ledu', ...range(6))], 5)
    expect(done.map(sizeOf)).toEqual([7])
  })
})

describe('any batches', () => {
  const limit = 9
  const anyOwing = fc
    .array(fc.uniqueArray(fc.integer({ min: 0, max: 11 }).map(String), { maxLength: 3 }), { maxLength: 30 })
    .map((all) => all.map((people, index) => owing(`unit-${String(index).padStart(2, '0')}`, ...people)))
  const holds = (claim: (all: readonly Owing<Somebody>[], done: readonly Batch<Somebody>[]) => void) =>
    fc.assert(fc.property(anyOwing, (all) => claim(all, batches(all, limit))))

  /** Units that hang together with one, found the slow way. */
  const around = (all: readonly Owing<Somebody>[], id: string): readonly Owing<Somebody>[] => {
    let units: readonly Owing<Somebody>[] = all.filter(({ people }) => people.some((person) => person.id === id))
    for (;;) {
      const ids = new Set(units.flatMap(({ people }) => people.map((person) => person.id)))
      const wider = all.filter(({ people }) => people.some((person) => ids.has(person.id)))
      if (wider.length === units.length) return units
      units = wider
    }
  }

  it('hold every unit exactly once', () => {
    holds((all, done) => {
      expect(done.flatMap(({ units }) => units).toSorted()).toEqual(all.map(({ unit }) => unit))
    })
  })

  it('list to every person all their units, each once', () => {
    holds((all, done) => {
      for (const id of new Set(all.flatMap(({ people }) => people.map((person) => person.id))))
        expect(lettersTo(done, id).flat().toSorted()).toEqual(
          all.filter(({ people }) => people.some((person) => person.id === id)).map(({ unit }) => unit),
        )
    })
  })

  it('write about a unit only in the batch that claims it', () => {
    holds((_, done) => {
      for (const { units, letters } of done)
        for (const letter of letters) expect(units).toEqual(expect.arrayContaining([...letter.units]))
    })
  })

  it('stay within the limit', () => {
    holds((_, done) => {
      expect(done.filter((batch) => sizeOf(batch) > limit)).toEqual([])
    })
  })

  it('write one letter to a person whose circle of units fits one transaction', () => {
    holds((all, done) => {
      for (const id of new Set(all.flatMap(({ people }) => people.map((person) => person.id)))) {
        const circle = around(all, id)
        const size = circle.length + new Set(circle.flatMap(({ people }) => people.map((one) => one.id))).size
        if (size <= limit) expect(lettersTo(done, id)).toHaveLength(1)
      }
    })
  })

  it('are the same in whatever order the units come', () => {
    holds((all, done) => {
      expect(batches(all.toReversed(), limit)).toEqual(done)
    })
  })
})
