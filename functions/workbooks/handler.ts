import { lambda } from '../pipeline/lambda.ts'
import { exportDirectory } from './export-directory.ts'
import { getReturnWorkbook } from './get-workbook.ts'
import { getHistoryWorkbook, putHistoryWorkbook } from './history-workbook.ts'
import { importDirectory } from './import-directory.ts'
import { putReturnWorkbook } from './put-workbook.ts'

/** The return and an earlier year as an Excel workbook, and the directory as a file, out and in again: a hostile file can hurt this function and no other. */
export const handler = lambda(
  getReturnWorkbook,
  putReturnWorkbook,
  getHistoryWorkbook,
  putHistoryWorkbook,
  importDirectory,
  exportDirectory,
)
