/*
 * The routes that reporters' pages call; those of the collecting unit's pages stand in collecting.ts. The contract itself (shared/api.ts) carries zod schemas that a page need not load:
 * its paths are written here again, and the compiler compares them with the contract.
 */
import type { RouteId, Routes } from '../../shared/api.ts'

/** Method and path of each of these routes, as the contract has them. */
export type PathsOf<Ids extends RouteId> = { readonly [Id in Ids]: `${Routes[Id]['method']} ${Routes[Id]['path']}` }

export const paths = {
  getMe: 'GET /me',
  patchMe: 'PATCH /me',
  getReturn: 'GET /rounds/{round}/returns/{unit}',
  patchReturn: 'PATCH /rounds/{round}/returns/{unit}',
  fillReturn: 'POST /rounds/{round}/returns/{unit}/fill',
  submitReturn: 'POST /rounds/{round}/returns/{unit}/submit',
  withdrawReturn: 'POST /rounds/{round}/returns/{unit}/withdraw',
  listRevisions: 'GET /rounds/{round}/returns/{unit}/revisions',
  getRevision: 'GET /rounds/{round}/returns/{unit}/revisions/{n}',
  getChanges: 'GET /rounds/{round}/returns/{unit}/revisions/{n}/changes',
  getReturnLog: 'GET /rounds/{round}/returns/{unit}/log',
  getReturnDocument: 'GET /rounds/{round}/returns/{unit}/document',
  getReturnWorkbook: 'GET /rounds/{round}/returns/{unit}/workbook',
  putReturnWorkbook: 'PUT /rounds/{round}/returns/{unit}/workbook',
} as const satisfies { readonly [Id in RouteId]?: PathsOf<RouteId>[Id] }
