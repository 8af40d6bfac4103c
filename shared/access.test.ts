import { describe, expect, it } from 'vitest'
import { actsOnBehalf, isAllowed, mayUse, type PostWithPath, relationOf } from './access.ts'
import type { Role, Unit } from './unit/unit.ts'

type Place = Pick<Unit, 'id' | 'path'>
const placeAt = (...path: readonly string[]): Place => ({ id: path.at(-1) ?? '', path })

const qinghai = placeAt('qinghai')
const haidong = placeAt('qinghai', 'haidong')
const ledu = placeAt('qinghai', 'haidong', 'ledu')
const nianbo = placeAt('qinghai', 'haidong', 'ledu', 'nianbo')
const xining = placeAt('qinghai', 'xining')

/** A reporter of 乐都. */
const postIn = (place: Place = ledu, role: Role = 'reporter'): PostWithPath => ({
  unit: place.id,
  role,
  path: place.path,
})

describe('the relation of a unit to a post', () => {
  const seenFrom = (post: Place, unit: Place) => relationOf(post.id, post.path, unit)

  it.each([
    ['own', haidong, haidong],
    ['below', haidong, ledu],
    ['below', haidong, nianbo],
    ['above', ledu, haidong],
    ['above', ledu, qinghai],
    ['elsewhere', ledu, xining],
    ['elsewhere', xining, haidong],
  ] as const)('is %s', (relation, post, unit) => {
    expect(seenFrom(post, unit)).toBe(relation)
  })

  it('is never nearer than elsewhere while the way of the post is not known, unless own or below', () => {
    expect(relationOf('ledu', [], haidong)).toBe('elsewhere')
    expect(relationOf('ledu', [], nianbo)).toBe('below')
  })

  it('does not take a part of an id for the id', () => {
    expect(seenFrom(placeAt('qinghai', 'hai'), haidong)).toBe('elsewhere')
  })
})

describe('what a caller may do', () => {
  it('is nothing without a post', () => {
    expect(mayUse('getReturn', [], ledu)).toEqual({ may: 'unknown' })
  })

  it('is refused near by, where the caller knows of the unit anyway', () => {
    expect(mayUse('reviewReturn', [postIn()], ledu)).toEqual({ may: 'no' })
    expect(mayUse('getReturn', [postIn()], haidong)).toEqual({ may: 'no' })
    expect(mayUse('getReturn', [postIn()], nianbo)).toEqual({ may: 'no' })
  })

  it('is unknown elsewhere, so that nobody learns what exists', () => {
    expect(mayUse('getReturn', [postIn()], xining)).toEqual({ may: 'unknown' })
  })

  it('says by which role and relation', () => {
    expect(mayUse('getReturn', [postIn(haidong, 'leader')], ledu)).toEqual({
      may: 'yes',
      role: 'leader',
      relation: 'below',
    })
  })

  it('is what any of the posts allows', () => {
    const posts = [postIn(xining), postIn(ledu, 'leader'), postIn(haidong, 'coordinator')]
    expect(mayUse('reviewReturn', posts, ledu)).toMatchObject({ may: 'yes', role: 'coordinator' })
  })

  it('does not mix the role of one post with the unit of another', () => {
    const posts = [postIn(xining, 'coordinator'), postIn(ledu)]
    expect(mayUse('reviewReturn', posts, ledu)).toEqual({ may: 'no' })
  })

  it('is refused, not unknown, when one of several posts stands near', () => {
    expect(mayUse('getReturn', [postIn(xining), postIn(nianbo)], ledu)).toEqual({ may: 'no' })
  })
})

describe('the table of rights', () => {
  it('gives a role nothing that it does not name', () => {
    expect(isAllowed('getReturn', 'administrator', 'own')).toBe(false)
  })

  it('gives only the relations that it names', () => {
    expect(isAllowed('getReturn', 'reporter', 'own')).toBe(true)
    expect(isAllowed('getReturn', 'reporter', 'below')).toBe(false)
  })
})

describe('acting for a unit', () => {
  const person = (...posts: readonly PostWithPath[]) => ({ posts: posts.map(({ unit, role }) => ({ unit, role })) })

  it('is on behalf of it for its coordinator', () => {
    expect(actsOnBehalf(person(postIn(haidong, 'coordinator')), 'ledu')).toBe(true)
  })

  it('is on behalf of it for a reporter of another unit', () => {
    expect(actsOnBehalf(person(postIn(xining)), 'ledu')).toBe(true)
  })

  it('is on behalf of it for somebody who holds another role in the same unit', () => {
    expect(actsOnBehalf(person(postIn(ledu, 'leader')), 'ledu')).toBe(true)
  })

  it('is in their own right for its reporter, whatever else they are', () => {
    expect(actsOnBehalf(person(postIn(haidong, 'coordinator'), postIn()), 'ledu')).toBe(false)
  })
})
