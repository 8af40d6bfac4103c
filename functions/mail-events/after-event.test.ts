import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../../shared/time.ts'
import type { LetterState, StoredLetter } from '../store/letters.ts'
import { afterEvent } from './after-event.ts'
import type { MailEvent, Told } from './read-event.ts'

const at = instant('2020-01-20T01:00:00Z')
const recipients = ['li@example.cn']
const toldOf: Readonly<Record<string, Told>> = {
  sent: { what: 'sent' },
  delivered: { what: 'delivered' },
  rejected: { what: 'rejected', because: 'Reject' },
  soft: { what: 'bounced', hard: false, because: 'Transient', recipients },
  hard: { what: 'bounced', hard: true, because: 'Permanent', recipients },
  complained: { what: 'complained', because: 'Complaint', recipients },
}
const eventOf = (told: Told, changes: Partial<MailEvent> = {}): MailEvent => ({
  key: 'k',
  messageId: 'm1',
  destination: recipients,
  at,
  told,
  ...changes,
})
const stored = (outcome: LetterState, changes: Partial<StoredLetter> = {}): StoredLetter => ({
  letter: {
    kind: 'opening',
    key: 'k',
    round: 'r',
    roundTitle: 't',
    year: 2019,
    to: { personId: 'li', name: '李', email: 'Li@example.cn', language: 'zh', role: 'reporter' },
    units: [],
    zone: 'Asia/Shanghai',
    createdAt: at,
  },
  carrier: 'deliver',
  attempts: 1,
  version: 2,
  outcome,
  ...changes,
})
const sent: LetterState = { state: 'sent', sentAt: at, messageId: 'm1' }
const attempted: LetterState = { state: 'attempted', attemptedAt: at, owedFrom: at }
const through = (events: readonly Told[], from: LetterState): LetterState =>
  events.reduce((outcome, told) => {
    const after = afterEvent(eventOf(told), stored(outcome))
    return after.what === 'changed' ? after.outcome : outcome
  }, from)

describe('a letter after the events of its mail', () => {
  it('is the same whatever their order and however often they come, also before it is marked as sent', () => {
    const events = fc.subarray(Object.values(toldOf), { minLength: 1 })
    const shuffled = events.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray([...some, ...some], { minLength: some.length * 2 })),
    )
    fc.assert(
      fc.property(shuffled, fc.constantFrom(sent, attempted), ([some, other], from) => {
        expect(through(other, from)).toEqual(through(some, from))
      }),
    )
  })

  it('is what the gravest of them says', () => {
    expect(
      through(
        [toldOf['delivered'], toldOf['soft']].flatMap((told) => told ?? []),
        sent,
      ).state,
    ).toBe('delivered')
    expect(
      through(
        [toldOf['hard'], toldOf['delivered']].flatMap((told) => told ?? []),
        sent,
      ),
    ).toMatchObject({ hard: true })
    expect(through(Object.values(toldOf), attempted).state).toBe('complained')
  })

  it('went out after all where an attempt of a superseded one had been taken', () => {
    const superseded: LetterState = { state: 'superseded', at, because: 'handedIn' }
    const told: Told = { what: 'delivered' }
    expect(afterEvent(eventOf(told), stored(superseded)).what).toBe('changed')
    expect(afterEvent(eventOf(told), stored(superseded, { attempts: 0 })).what).toBe('notAbout')
  })

  it('is not about another message, unless an earlier attempt had no answer', () => {
    const other = eventOf({ what: 'delivered' }, { messageId: 'm2' })
    expect(afterEvent(other, stored(sent)).what).toBe('notAbout')
    expect(afterEvent(other, stored(sent, { attempts: 2 })).what).toBe('changed')
    expect(afterEvent(other, stored(attempted)).what).toBe('changed')
  })

  it('is about the address it was sent to, or was posted with', () => {
    const moved = stored(sent, { sentTo: 'li.new@example.cn' })
    const to = (address: string) => afterEvent(eventOf({ what: 'delivered' }, { destination: [address] }), moved)
    expect([to('li.new@example.cn').what, to('li@example.cn').what, to('wang@example.cn').what]).toEqual([
      'changed',
      'changed',
      'notAbout',
    ])
  })
})
