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
  getBoardFile: 'GET /rounds/{round}/board/file',
  getReminders: 'GET /rounds/{round}/reminders',
  writeNow: 'POST /rounds/{round}/reminders',
  putMute: 'PUT /rounds/{round}/units/{unit}/mute',
  deleteMute: 'DELETE /rounds/{round}/units/{unit}/mute',
  putExtension: 'PUT /rounds/{round}/units/{unit}/extension',
  deleteExtension: 'DELETE /rounds/{round}/units/{unit}/extension',
  getRoundLog: 'GET /rounds/{round}/log',
  listForms: 'GET /forms',
} as const satisfies { readonly [Id in RouteId]?: PathsOf<RouteId>[Id] }

/** Calls a route: `await ask('getBoard', { path: { round } })`. */
export const ask = callOf(paths)
export const fetchFile = receiveOf(paths)
