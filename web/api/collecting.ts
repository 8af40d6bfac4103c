/*
 * The routes that the pages of a collecting unit call (coordinator, leader, administrator), apart from those of the
 * reporter: their way to the open return need not carry these.
 */
import type { RouteId } from '../../shared/api.ts'
import { callOf, receiveOf } from './client.ts'
import type { PathsOf } from './paths.ts'

const paths = {
  listRounds: 'GET /rounds',
  postRound: 'POST /rounds',
  getRound: 'GET /rounds/{round}',
  patchRound: 'PATCH /rounds/{round}',
  openRound: 'POST /rounds/{round}/open',
  closeRound: 'POST /rounds/{round}/close',
  getBoard: 'GET /rounds/{round}/board',
  getRoundLog: 'GET /rounds/{round}/log',
  listForms: 'GET /forms',
  listUnits: 'GET /units',
  getReminders: 'GET /rounds/{round}/reminders',
  previewLetter: 'GET /rounds/{round}/reminders/{step}/text',
  testLetter: 'POST /rounds/{round}/reminders/test',
} as const satisfies { readonly [Id in RouteId]?: PathsOf<RouteId>[Id] }

/** Calls a route: `await ask('getBoard', { path: { round } })`. */
export const ask = callOf(paths)
export const fetchFile = receiveOf(paths)
