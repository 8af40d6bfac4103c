import { describe, expect, it } from 'vitest'
import { passesAny } from './stream-filter.ts'

const record = { eventName: 'INSERT', dynamodb: { NewImage: { kind: { S: 'letter' }, to: { S: 'a@b' } } } }

describe('a stream filter', () => {
  it('asks for every key', () => {
    expect(passesAny(record, [{ eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['letter'] } } } }])).toBe(
      true,
    )
    expect(passesAny(record, [{ eventName: ['MODIFY'], dynamodb: { NewImage: { kind: { S: ['letter'] } } } }])).toBe(
      false,
    )
  })
  it('takes any value of a list', () => {
    expect(passesAny(record, [{ dynamodb: { NewImage: { kind: { S: ['figures', 'letter'] } } } }])).toBe(true)
  })
  it('knows prefixes', () => {
    expect(passesAny(record, [{ dynamodb: { NewImage: { kind: { S: [{ prefix: 'let' }] } } } }])).toBe(true)
    expect(passesAny(record, [{ dynamodb: { NewImage: { kind: { S: [{ prefix: 'fig' }] } } } }])).toBe(false)
  })
  it('knows what exists and what does not', () => {
    expect(passesAny(record, [{ dynamodb: { NewImage: { gone: { S: [{ exists: false }] } } } }])).toBe(true)
    expect(passesAny(record, [{ dynamodb: { NewImage: { kind: { S: [{ exists: false }] } } } }])).toBe(false)
  })
})
