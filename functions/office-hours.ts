import { isNight } from '../shared/round/ladder.ts'
import { type Instant, plusMs } from '../shared/time.ts'

const quarterMs = 15 * 60_000

/** The moment itself by day; at night the first quarter of an hour after it that is day again (product R4). */
export const notAtNight = (at: Instant, zone: string): Instant => {
  let moment = at
  while (isNight(moment, zone)) moment = plusMs(moment, quarterMs)
  return moment
}
