import { lambda } from '../pipeline/lambda.ts'
import { getBoardFile } from './board-file.ts'
import { exportDirectory } from './export-directory.ts'
import { getReturnWorkbook } from './get-workbook.ts'
import { importDirectory } from './import-directory.ts'
import { putReturnWorkbook } from './put-workbook.ts'

/** The return as an Excel workbook, and the directory as a file, out and in again: a hostile file can hurt this function and no other. */
export const handler = lambda(getReturnWorkbook, putReturnWorkbook, importDirectory, exportDirectory, getBoardFile)
