import { eachInTurn } from '../each-in-turn.ts'
import { job } from '../pipeline/job.ts'
import { eachRecord, newText } from '../pipeline/stream.ts'
import { assemble, type Services } from '../services.ts'
import { rollUp, rollUpAll } from './roll-up.ts'

/** Figures up the tree: a record of a member's figures brings its collector's report up to date; the tick sweeps. */
export const handler = job<Services>(assemble, {
  onStream: (services, event, desk) =>
    eachRecord(
      event,
      desk.logger,
      (record) => newText(record, 'pk'),
      async (record) => {
        await rollUp(services, newText(record, 'round') ?? '', newText(record, 'collector') ?? '')
      },
    ),
  onTick: async (services) => {
    const live = await services.rounds.live()
    await eachInTurn(live, (round) => rollUpAll(services, round))
    return { rounds: live.length }
  },
})
