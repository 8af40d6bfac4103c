/* The board over HTTP. Whoever has it already is told that nothing is new, without a word of it: see `live` of the route. */
import { ok } from '../../shared/refusal.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { boardOf } from './board.ts'

export const getBoard = (services: Services) =>
  http(services, 'getBoard', async ({ round, unit, language }) => ok(await boardOf(services, round, unit, language)))
