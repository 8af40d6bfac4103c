import { lambda } from '../pipeline/lambda.ts'
import { getBoard } from './board.ts'
import { deletePerson, listPeople, listUnits, postPerson, putPerson, putUnit } from './directory.ts'
import { deleteExtension, putExtension } from './extension.ts'
import { getOpenApi } from './open-api.ts'
import { getReminders } from './reminders.ts'
import { closeRound, getRound, getRoundLog, listRounds, openRound, patchRound, postRound } from './rounds.ts'

/** For coordinators: units, people, rounds, the board, extensions. */
export const handler = lambda(
  getOpenApi,
  listUnits,
  putUnit,
  listPeople,
  postPerson,
  putPerson,
  deletePerson,
  listRounds,
  postRound,
  getRound,
  patchRound,
  openRound,
  closeRound,
  getBoard,
  getReminders,
  putExtension,
  deleteExtension,
  getRoundLog,
)
