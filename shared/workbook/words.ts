/* Sentences of the workbook: what is wrong with a file or a cell and what to do, and the few words printed on sheets. */
import type { Words } from '../words.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

/** What is wrong with a whole file; nothing of it is read. Each says what to do. */
export const fileFaults = {
  notMade: words(
    '这不是从本系统下载的工作簿（缺少隐藏的识别信息）。请在本页重新下载工作簿，把数据填入后再上传。',
    'This is not a workbook of this system: its hidden sheet is missing. Download the workbook again and fill that in.',
  ),
  otherForm: (theirs: string, ours: string): Words =>
    words(
      `这本工作簿是另一版表式的（${theirs}），本轮使用 ${ours}。请重新下载本轮的工作簿。`,
      `This workbook is of another edition (${theirs}); this round uses ${ours}. Download the workbook of this round.`,
    ),
  otherRound: (theirs: string, ours: string): Words =>
    words(
      `这本工作簿属于另一轮报送（${theirs}），不是 ${ours}。请上传本轮的工作簿。`,
      `This workbook belongs to another round (${theirs}), not to ${ours}. Upload the one of this round.`,
    ),
  /* Of a round and of an earlier year, or of two years. */
  otherPlace: (theirs: Words, ours: Words): Words =>
    words(
      `这本工作簿属于${theirs.zh}，不是${ours.zh}。请上传从本页下载的工作簿。`,
      `This workbook is for ${theirs.en}, not for ${ours.en}. Upload the one that was downloaded from this page.`,
    ),
  otherUnit: (theirs: string, ours: string): Words =>
    words(
      `这本工作簿属于另一个单位（${theirs}），不是 ${ours}。请核对文件。`,
      `This workbook belongs to another unit (${theirs}), not to ${ours}. Check which file you chose.`,
    ),
  fromTheFuture: (theirs: number, ours: number): Words =>
    words(
      `工作簿注明的版本 ${theirs} 不存在，本表当前为 ${ours}。请重新下载工作簿。`,
      `The workbook names version ${theirs}, which does not exist; the return is at ${ours}. Download it again.`,
    ),
} as const

/** What is wrong with a sheet; nothing is saved until it is put right. */
export const sheetFaults = {
  missing: (name: string): Words =>
    words(
      `缺少工作表「${name}」。请不要删除工作表；请重新下载工作簿，把已填内容复制过去。`,
      `The sheet “${name}” is missing. Download the workbook again and copy your entries into it.`,
    ),
  twice: (name: string): Words =>
    words(
      `工作表「${name}」有两份，无法判断以哪份为准。请只保留一份。`,
      `The sheet “${name}” is there twice; keep one of them only.`,
    ),
  columnMissing: (heading: string): Words =>
    words(
      `找不到“${heading}”一列的隐藏标记，可能删除了列。请重新下载工作簿，把已填内容复制过去。`,
      `The hidden mark of column “${heading}” is missing; a column was removed. Download the workbook again.`,
    ),
  headingChanged: (expected: string): Words =>
    words(
      `列标题被改动或移动，此处应为“${expected}”。请恢复标题，或重新下载工作簿。`,
      `A heading was changed or moved; here belongs “${expected}”. Restore it or download the workbook again.`,
    ),
  rowMissing: (label: string): Words =>
    words(
      `缺少“${label}”一行。删除行不等于填 0；请恢复该行，或重新下载工作簿。`,
      `The row “${label}” is missing. Removing a row is not entering 0; restore it or download the workbook again.`,
    ),
  rowTwice: (label: string): Words =>
    words(`“${label}”一行出现了两次，请删除多余的一行。`, `The row “${label}” is there twice; remove one of the two.`),
  labelChanged: (expected: string): Words =>
    words(
      `行标题被改动，此处应为“${expected}”。请恢复标题，或重新下载工作簿。`,
      `The label of a row was changed; here belongs “${expected}”. Restore it or download the workbook again.`,
    ),
  strayRow: words(
    '这一行不属于本表，其中的内容不会被读取。请把数字填入表内的行，并清空这一行。',
    'This row does not belong to the table and is not read. Move its figures into rows of the table and clear it.',
  ),
  merged: words(
    '填报格被合并，无法判断数字属于哪一格。请取消合并后分别填写。',
    'Cells to be filled in were merged; undo the merging and enter each figure in its own cell.',
  ),
} as const

/** What is wrong with a value in a workbook, besides what lenient reading says. */
export const cellFaults = {
  formula: words(
    '填报格中是公式。请复制该格，用“选择性粘贴—数值”贴回，只留数字。',
    'This cell holds a formula. Copy it and paste it back as a value, so that only the figure is left.',
  ),
  error: words('填报格中是错误值（如 #REF!）。请改填数字。', 'This cell holds an error such as #REF!. Enter a figure.'),
  date: words(
    '填报格中是日期（Excel 可能把 1-2 一类的输入改成了日期）。请把单元格格式改为“常规”后重新填写。',
    'This cell holds a date: the program may have turned an entry such as 1-2 into one. Set its format to General and enter it again.',
  ),
  truth: words(
    '填报格中是逻辑值（TRUE 或 FALSE）。请改填数字或文字。',
    'This cell holds TRUE or FALSE. Enter a value.',
  ),
  noReason: words(
    '“不适用”须写明理由，如“不适用：本单位无此项职能”。',
    '“n/a” needs a reason, such as “n/a: this unit has no such function”.',
  ),
  dash: words(
    '“-”将读作 0。如确为 0，请在上传时确认，或在此格填 0；尚未填写的请清空。',
    '“-” will be read as 0. Confirm it when uploading, or enter 0 here; clear the cell if nothing is known yet.',
  ),
  total: (stated: string, computed: string): Words =>
    words(
      `合计由系统计算：表中写的是 ${stated}，各项相加是 ${computed}。请核对各项，并把此格恢复为公式或清空。`,
      `Totals are computed: the workbook says ${stated}, its entries add up to ${computed}. Check them and clear this cell.`,
    ),
} as const
