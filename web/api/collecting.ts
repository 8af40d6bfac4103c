/*
 * The routes that the pages of a collecting unit call (coordinator, leader, administrator), apart from those of the
 * reporter: their way to the open return need not carry these.
 */
import type { RouteId } from '../../shared/api.ts'
import { callOf, receiveOf } from './client.ts'
import type { PathsOf } from './paths.ts'
import { sendFileOf } from './send-file.ts'

const paths = {
  listRounds: 'GET /rounds',
  postRound: 'POST /rounds',
  getRound: 'GET /rounds/{round}',
  patchRound: 'PATCH /rounds/{round}',
  openRound: 'POST /rounds/{round}/open',
  closeRound: 'POST /rounds/{round}/close',
  getBoard: 'GET /rounds/{round}/board',
  getReminders: 'GET /rounds/{round}/reminders',
  previewLetter: 'GET /rounds/{round}/reminders/{step}/text',
  testLetter: 'POST /rounds/{round}/reminders/test',
  clearAddress: 'DELETE /people/{id}/bounce',
  getBoardFile: 'GET /rounds/{round}/board/file',
  writeNow: 'POST /rounds/{round}/reminders',
  putMute: 'PUT /rounds/{round}/units/{unit}/mute',
  deleteMute: 'DELETE /rounds/{round}/units/{unit}/mute',
  putExtension: 'PUT /rounds/{round}/units/{unit}/extension',
  deleteExtension: 'DELETE /rounds/{round}/units/{unit}/extension',
  getRoundLog: 'GET /rounds/{round}/log',
  getAppraisal: 'GET /rounds/{round}/appraisal',
  getAppraisalWorkbook: 'GET /rounds/{round}/appraisal/file',
  getCircular: 'GET /rounds/{round}/circular',
  listForms: 'GET /forms',
  getReport: 'GET /rounds/{round}/report',
  getSummary: 'GET /rounds/{round}/summary',
  getReportCell: 'GET /rounds/{round}/report/cells/{cell}',
  patchReport: 'PATCH /rounds/{round}/report',
  handInReport: 'POST /rounds/{round}/report/handIn',
  reviewReport: 'POST /rounds/{round}/report/review',
  publishReport: 'POST /rounds/{round}/report/publish',
  getReportDocument: 'GET /rounds/{round}/report/document',
  listReports: 'GET /reports',
  getReportYears: 'GET /reports/units/{unit}/years',
  listUnits: 'GET /units',
  putUnit: 'PUT /units/{unit}',
  importDirectory: 'POST /units/import',
  exportDirectory: 'GET /units/export',
  listPeople: 'GET /people',
  postPerson: 'POST /people',
  putPerson: 'PUT /people/{id}',
  deletePerson: 'DELETE /people/{id}',
  handOver: 'POST /people/{id}/handOver',
  getHistory: 'GET /history/{year}/units/{unit}',
  putHistory: 'PUT /history/{year}/units/{unit}',
  getHistoryWorkbook: 'GET /history/{year}/units/{unit}/workbook',
  putHistoryWorkbook: 'PUT /history/{year}/units/{unit}/workbook',
  reviewReturn: 'POST /rounds/{round}/returns/{unit}/review',
  putReviewDraft: 'PUT /rounds/{round}/returns/{unit}/review',
  reopenReturn: 'POST /rounds/{round}/returns/{unit}/reopen',
  acceptSeveral: 'POST /rounds/{round}/reviews',
} as const satisfies { readonly [Id in RouteId]?: PathsOf<RouteId>[Id] }

/** Calls a route: `await ask('getBoard', { path: { round } })`. */
export const ask = callOf(paths)
export const fetchFile = receiveOf(paths)
export const sendUpload = sendFileOf(paths)
