import { lambda } from '../pipeline/lambda.ts'
import { getAppraisalWorkbook } from './appraisal-workbook.ts'
import { exportDirectory } from './export-directory.ts'
import { getReturnWorkbook } from './get-workbook.ts'
import { importDirectory } from './import-directory.ts'
import { putReturnWorkbook } from './put-workbook.ts'

/** The return as an Excel workbook, and the directory as a file, out and in again, and the appraisal: a hostile file can hurt this function and no other. */
export const handler = lambda(
  getReturnWorkbook,
  putReturnWorkbook,
  importDirectory,
  exportDirectory,
  getAppraisalWorkbook,
)
