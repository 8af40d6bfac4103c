import { lambda } from '../pipeline/lambda.ts'
import { getAppraisalWorkbook } from './appraisal-workbook.ts'
import { getBoardFile } from './board-file.ts'
import { exportDirectory } from './export-directory.ts'
import { getReturnWorkbook } from './get-workbook.ts'
import { getHistoryWorkbook, putHistoryWorkbook } from './history-workbook.ts'
import { importDirectory } from './import-directory.ts'
import { putReturnWorkbook } from './put-workbook.ts'

/**
 * Workbooks out, and some of them in again: a return, an earlier year, the directory, the board, the appraisal. A
 * hostile file can hurt this function and no other.
 */
export const handler = lambda(
  getReturnWorkbook,
  putReturnWorkbook,
  getHistoryWorkbook,
  putHistoryWorkbook,
  importDirectory,
  exportDirectory,
  getBoardFile,
  getAppraisalWorkbook,
)
