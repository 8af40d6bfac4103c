import { lambda } from '../pipeline/lambda.ts'
import { getReturnWorkbook } from './get-workbook.ts'
import { putReturnWorkbook } from './put-workbook.ts'

/** The return as an Excel workbook, out and in again: a hostile file can hurt this function and no other. */
export const handler = lambda(getReturnWorkbook, putReturnWorkbook)
