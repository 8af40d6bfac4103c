import { lambda } from '../pipeline/lambda.ts'
import { getAppraisal } from './appraisal.ts'
import { listUnits, putUnit } from './directory.ts'
import { deleteExtension, putExtension } from './extension.ts'
import { getBoard } from './get-board.ts'
import { previewLetter, testLetter } from './letter-text.ts'
import { deleteMute, putMute } from './mute.ts'
import { getOpenApi } from './open-api.ts'
import { clearAddress, deletePerson, handOver, listPeople, postPerson, putPerson } from './people.ts'
import { getReminders } from './reminders.ts'
import { closeRound, getRound, getRoundLog, listRounds, openRound, patchRound, postRound } from './rounds.ts'
import { writeNow } from './write-now.ts'

/** For coordinators: units, people, rounds, the board, extensions, letters by hand. */
export const handler = lambda(
  getOpenApi,
  listUnits,
  putUnit,
  listPeople,
  postPerson,
  putPerson,
  deletePerson,
  handOver,
  clearAddress,
  listRounds,
  postRound,
  getRound,
  patchRound,
  openRound,
  closeRound,
  getBoard,
  getAppraisal,
  getReminders,
  previewLetter,
  testLetter,
  writeNow,
  putMute,
  deleteMute,
  putExtension,
  deleteExtension,
  getRoundLog,
)
