import { lambda } from '../pipeline/lambda.ts'
import { getBoardFile } from './board-file.ts'
import { exportDirectory } from './export-directory.ts'
import { getReturnWorkbook } from './get-workbook.ts'
import { getHistoryWorkbook, putHistoryWorkbook } from './history-workbook.ts'
import { importDirectory } from './import-directory.ts'
import { putReturnWorkbook } from './put-workbook.ts'

/**
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
)
