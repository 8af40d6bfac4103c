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
  getAppraisal: 'GET /rounds/{round}/appraisal',
  getAppraisalWorkbook: 'GET /rounds/{round}/appraisal/file',
  getCircular: 'GET /rounds/{round}/circular',
  listForms: 'GET /forms',
} as const satisfies { readonly [Id in RouteId]?: PathsOf<RouteId>[Id] }

/** Calls a route: `await ask('getBoard', { path: { round } })`. */
export const ask = callOf(paths)
export const fetchFile = receiveOf(paths)
