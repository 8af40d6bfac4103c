/* Why a file cannot be read as a workbook: one sentence each, with what to do. */
import type { Words } from '../../shared/words.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

export const faults = {
  notExcel: words(
    '这不是 Excel 工作簿（.xlsx）。请上传从本页下载并填好的工作簿。',
    'This is not an Excel workbook (.xlsx). Upload the workbook that you downloaded from this page.',
  ),
  renamed: words(
    '这个文件只是改名为 .xlsx，里面不是工作簿。请上传从本页下载并填好的工作簿。',
    'This file is only named .xlsx; there is no workbook in it. Upload the one that you downloaded from this page.',
  ),
  oldExcel: words(
    '这是旧版 Excel 97—2003（.xls）文件。请在 Excel 或 WPS 中“另存为”.xlsx 后再上传。',
    'This is a file of Excel 97–2003 (.xls). Save it as .xlsx and upload that.',
  ),
  binaryExcel: words(
    '这是二进制工作簿（.xlsb）。请“另存为”.xlsx 后再上传。',
    'This is a binary workbook (.xlsb). Save it as .xlsx and upload that.',
  ),
  openDocument: words(
    '这是 OpenDocument（.ods）文件。请“另存为”.xlsx 后再上传。',
    'This is an OpenDocument file (.ods). Save it as .xlsx and upload that.',
  ),
  macros: words(
    '工作簿中含有宏，为安全起见不接收。请“另存为”不含宏的 .xlsx 后再上传。',
    'The workbook holds macros and is not taken. Save it as .xlsx without macros and upload that.',
  ),
  password: words(
    '工作簿设有打开密码，无法读取。请取消密码、另存后再上传。',
    'The workbook is protected by a password. Remove the password, save it and upload it again.',
  ),
  damaged: words(
    '文件已损坏或不完整，无法读取。请在 Excel 或 WPS 中打开并另存为 .xlsx 后重新上传。',
    'The file is damaged or incomplete. Open it, save it as .xlsx and upload it again.',
  ),
  entities: words(
    '文件中含有不允许的 XML 声明（DOCTYPE 或实体），不接收。请用 Excel 或 WPS 另存为 .xlsx 后再上传。',
    'The file declares XML entities, which no spreadsheet program does, and is not taken. Save it anew as .xlsx.',
  ),
  tooManyParts: words(
    '文件内部包含的部件过多，不像是本系统的工作簿。请重新下载工作簿，把数据填入后再上传。',
    'The file has far too many parts for a workbook of this system. Download the workbook again and fill that in.',
  ),
  tooLarge: words(
    '文件展开后过大（超过 16 MB），可能有整行、整列被填充了格式，也可能不是正常的工作簿。请重新下载工作簿，把数据填入后再上传。',
    'The file unpacks to more than 16 MB: whole rows or columns may have been formatted, or it is no ordinary workbook. Download the workbook again and fill that in.',
  ),
  tooManyCells: words(
    '工作簿中有内容的单元格过多（超过 20000 个）。请删除与填报无关的工作表和内容后再上传。',
    'More than 20,000 cells of the workbook hold something. Remove sheets and contents that do not belong to the return.',
  ),
} as const

/** A value, or why there is none. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: Words }

export const readAs = <T>(value: T): Reading<T> => ({ ok: true, value })
export const fault = (because: Words): { readonly ok: false; readonly because: Words } => ({ ok: false, because })
