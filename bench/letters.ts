/*
 * 5,000 letters at a mail service that is slow, that throttles, and that is down for a day: against a bare loop of the
 * same calls, as many at once, in the same run. The bare loop knows which bytes go to whom; ours reads of each letter
 * whether it is still true, and records what became of it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { deliverOwed, type Post } from '../functions/mail/deliver.ts'
import type { Mailer } from '../functions/mail/mailer.ts'
import { mailsAtOnce, paceOf } from '../functions/mail/pace.ts'
import { isThrottled } from '../functions/mail/ses.ts'
import type { Letter } from '../shared/reminder/letter.ts'
import { urgencyOf } from '../shared/reminder/urgency.ts'
import { plusMs } from '../shared/time.ts'
import { openLetters } from './letters-world.ts'
import { type Line, printedRatio } from './results.ts'
import { type BenchSes, benchSender, openSes } from './ses.ts'
import type { Manner } from './ses-stub.ts'
import type { BenchStore } from './store.ts'

const minuteMs = 60_000
const bareCount = 1_000

const perSecondOf = async (count: number, work: () => Promise<void>): Promise<number> => {
  const from = performance.now()
  await work()
  return (count * 1000) / (performance.now() - from)
}

/* What one would write without us: the same calls, as many at once; throttled, it waits a moment and tries again. */
const bareLoop = async (mailer: Mailer, letters: readonly Letter[], raw: Uint8Array): Promise<void> => {
  const left = letters.values()
  const worker = async (): Promise<void> => {
    for (const { to, key } of left)
      for (let isDone = false; !isDone; )
        isDone = await mailer.send({ to: to.email, raw, key }).then(
          () => true,
          async (error: unknown) => {
            if (!isThrottled(error)) throw error
            await sleep(100)
            return false
          },
        )
  }
  await Promise.all(Array.from({ length: mailsAtOnce }, worker))
}

const postTo = (ses: BenchSes): Post => ({ sender: benchSender, mailer: ses.mailer, pace: paceOf() })

const missed = (wanted: number, taken: readonly string[]): number => wanted - new Set(taken).size

/** Letters a second of ours against the bare loop, and what ours asked of the store for one letter. */
const against = async (store: BenchStore, ses: BenchSes, { name, count, manner }: Given): Promise<readonly Line[]> => {
  const world = await openLetters(store, name, count)
  const raw = new Uint8Array(14_000).fill(65)
  await ses.be(manner)
  /* A rate is known after some hundreds. */
  const few = world.letters.slice(0, bareCount)
  const bare = await perSecondOf(few.length, () => bareLoop(ses.mailer, few, raw))
  const { calls: bareCalls } = await ses.tell()
  await ses.be(manner)
  const post = postTo(ses)
  const ours = await perSecondOf(count, async () => {
    for (let left = count; left > 0; ) {
      const counts = await deliverOwed(world.services, post, 'deliver')
      left -= counts['sent'] ?? 0
    }
  })
  const { taken, calls } = await ses.tell()
  const ratio = ours / bare
  const storeCalls = world.storeCalls() / count
  const what = `${count.toLocaleString('en')} letters, ${inWords(manner)}`
  return [
    {
      what,
      ours: `${ours.toFixed(0)} a second, ${calls - count} throttled calls, ${missed(count, taken)} missing`,
      against: `bare loop, ${mailsAtOnce} at once: ${bare.toFixed(0)} a second, ${bareCalls - few.length} throttled`,
      result: printedRatio({ median: ratio, from: ratio, to: ratio, pairs: 1 }),
      aim: '≥ 0.7 ×',
      isMet: ratio >= 0.7 && missed(count, taken) === 0 && taken.length === count,
    },
    {
      what: `${what}: store calls for one letter`,
      ours: storeCalls.toFixed(2),
      against: '',
      result: storeCalls.toFixed(2),
      aim: '',
      isMet: true,
    },
  ]
}

interface Given {
  readonly name: string
  readonly count: number
  readonly manner: Manner
}

const inWords = ({ latencyMs, perSecond }: Manner): string =>
  perSecond > 0 ? `SES throttles at ${perSecond} a second` : `SES answers after ${latencyMs} ms`

/** By how many places a letter was before one that is more urgent than it. */
const disorderOf = (taken: readonly string[]): number => {
  const order = taken.map(urgencyOf)
  const places = new Map<string, number>()
  for (const [i, one] of [...order].sort().entries()) if (!places.has(one)) places.set(one, i)
  return Math.max(0, ...order.map((one, i) => (places.get(one) ?? i) - i))
}

/** A day of ticks at which the service takes nothing, by the letters' own clock; then it is back. */
const downForADay = async (store: BenchStore, ses: BenchSes, count: number): Promise<Line> => {
  const world = await openLetters(store, 'bench-down00', count)
  const up: Manner = { latencyMs: 0, perSecond: 0, isDown: false }
  await ses.be({ ...up, isDown: true })
  const tickMs = 15 * minuteMs
  const ticks = (24 * 60 * minuteMs) / tickMs
  for (let i = 0; i < ticks; i += 1) {
    await deliverOwed(world.services, postTo(ses), 'deliver')
    world.clock.now = plusMs(world.clock.now, tickMs)
  }
  const { calls } = await ses.tell()
  await ses.be(up)
  let ticksAfter = 0
  for (let left = count; left > 0 && ticksAfter < ticks; ticksAfter += 1) {
    const counts = await deliverOwed(world.services, postTo(ses), 'deliver')
    left -= counts['sent'] ?? 0
    world.clock.now = plusMs(world.clock.now, tickMs)
  }
  const { taken } = await ses.tell()
  const disorder = disorderOf(taken)
  return {
    what: `${count.toLocaleString('en')} letters, SES down for a day`,
    ours: `${calls} calls in ${ticks} ticks; then all in ${ticksAfter} tick(s), ${missed(count, taken)} missing, ${taken.length - new Set(taken).size} doubled, out of order by ${disorder} places`,
    against: '',
    result: `${(calls / ticks).toFixed(1)} calls a tick`,
    aim: '≤ 3 calls a tick, none missing or doubled, order within those under way',
    isMet: calls <= 3 * ticks && missed(count, taken) === 0 && taken.length === count && disorder <= 2 * mailsAtOnce,
  }
}

/** What 5,000 letters take. */
export const measureLetters = async (
  store: BenchStore,
  said: (step: string) => void,
  count: number,
): Promise<readonly Line[]> => {
  const ses = await openSes()
  try {
    said('letters, slow SES')
    const slow = await against(store, ses, {
      name: 'bench-slow00',
      count,
      manner: { latencyMs: 100, perSecond: 0, isDown: false },
    })
    said('letters, throttled SES')
    const throttled = await against(store, ses, {
      name: 'bench-throt0',
      count,
      manner: { latencyMs: 20, perSecond: 30, isDown: false },
    })
    said('letters, SES down for a day')
    return [...slow, ...throttled, await downForADay(store, ses, count)]
  } finally {
    ses.stop()
  }
}
