/* What is wrong with a directory file, by row and column, and what to do. With one of these nothing is written. */
import type { Words } from '../words.ts'

/** Where it stands: the sheet by its name (a csv has none), the row, and the column by its letter. */
export interface FilePlace {
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
}

export interface DirectoryProblem extends FilePlace {
  readonly message: Words
}

const words = (zh: string, en: string): Words => ({ zh, en })

export const directoryFaults = {
  noTable: words(
    '没有找到名录的表头。表头一行须有“单位编码”，并有“单位名称”或“联系人”“邮箱”“角色”等列；请先导出名录作为样表。',
    'There is no row of headings: “Unit code” and others such as “Unit name”, “Name”, “E-mail”, “Role”. Export the directory and use it as a template.',
  ),
  columnMissing: (heading: Words): Words =>
    words(`缺少“${heading.zh}”一列。`, `The column “${heading.en}” is missing.`),
  columnTwice: (heading: Words): Words =>
    words(`“${heading.zh}”有两列，请只留一列。`, `There are two columns for “${heading.en}”; keep one.`),
  columnUnknown: (heading: string): Words =>
    words(
      `不认识“${heading}”这一列。请改用样表中的列名；只供自己看的内容请放在“备注”列，不会读取。`,
      `Nobody knows the column “${heading}”. Use the headings of an export; what is for yourself goes under “Remarks”, which is not read.`,
    ),
  headingMerged: words(
    '表头有合并单元格，无法判断各列的内容。请取消合并，表头只用一行。',
    'Cells of the headings are merged. Undo that, and keep the headings to one row.',
  ),
  merged: words(
    '这里的合并单元格跨了多列，无法判断内容属于哪一列。请取消合并后分别填写。',
    'Cells of several columns are merged here. Undo that and fill in each.',
  ),
  noHeading: words(
    '这一格没有列名，内容不会被读取。请补上列名，或清空此格。',
    'There is no heading above this cell, so it is not read. Add one or clear the cell.',
  ),
  tooManyRows: (most: number): Words =>
    words(
      `一次最多导入 ${most} 行。请按单位分成几个文件，先导入上级单位。`,
      `One file has ${most} rows at most. Split it by unit, and import the units above first.`,
    ),
  empty: words('文件中没有单位或人员。', 'The file holds no unit and nobody.'),
  formula: words(
    '此格是公式。请用“选择性粘贴—数值”改为文字后再导入。',
    'This cell holds a formula. Paste it back as a value.',
  ),
  date: words(
    '此格被程序当成了日期。请把格式设为“文本”后重新填写。',
    'A program has made a date of this cell. Set its format to Text and enter it again.',
  ),
  error: words(
    '此格是错误值（如 #REF!）或逻辑值，请改填文字。',
    'This cell holds an error or TRUE or FALSE; enter text.',
  ),
  characters: words(
    '此格含有无法辨认的字符，文件的编码可能已损坏。请另存为 .xlsx 或 UTF-8 编码的 .csv 后重试。',
    'This cell holds characters that cannot be read; the encoding of the file may be broken. Save it as .xlsx or as .csv in UTF-8.',
  ),
  tooLong: (most: number): Words => words(`此格超过 ${most} 个字符。`, `This cell has more than ${most} characters.`),
  unitMissing: words(
    '这一行没有单位编码。每一行都须写明单位编码。',
    'There is no unit code in this row; every row has one.',
  ),
  swapped: (mine: Words, theirs: Words): Words =>
    words(
      `“${mine.zh}”一格的内容像是${theirs.zh}，是否与该列填反了？`,
      `What stands under “${mine.en}” looks like ${theirs.en}; are two columns swapped?`,
    ),
  given: (heading: Words): Words => words(`请填写“${heading.zh}”。`, `Fill in “${heading.en}”.`),
  roleUnknown: (said: string): Words =>
    words(
      `没有“${said}”这种角色。可填：填报人、汇总联系人、领导、管理员。`,
      `There is no role “${said}”; write reporter, coordinator, leader or administrator.`,
    ),
  languageUnknown: (said: string): Words =>
    words(`不认识语言“${said}”，可填：中文、英文。`, `“${said}” is no language here; write Chinese or English.`),
  differs: (heading: Words, row: number): Words =>
    words(
      `“${heading.zh}”与第 ${row} 行所写的不一致，请改为一致。`,
      `“${heading.en}” is not what row ${row} says of the same; make the two agree.`,
    ),
  sharedAddress: (row: number): Words =>
    words(
      `第 ${row} 行用同一邮箱登记了另一个姓名。邮箱相同即为同一人；不同的人请用各自的邮箱。`,
      `Row ${row} has another name for this address. One address is one person; each needs an address of their own.`,
    ),
  unitUnknown: (unit: string): Words =>
    words(
      `单位“${unit}”尚未登记，请填写“单位名称”，以便新增。`,
      `Unit “${unit}” is not registered yet; fill in “Unit name”, so that it is added.`,
    ),
  parentUnknown: (parent: string): Words =>
    words(
      `上级单位“${parent}”没有登记，文件中也没有。`,
      `The unit above, “${parent}”, is neither registered nor in this file.`,
    ),
  parentMissing: words(
    '新增单位须填写上级单位编码（只有管理员可以新增没有上级的单位）。',
    'A new unit needs the code of the unit above; only an administrator adds one without.',
  ),
  ring: (way: string): Words =>
    words(`单位的上下级绕成了一圈：${way}。请改正上级单位编码。`, `Units stand above each other in a ring: ${way}.`),
  tooDeep: (most: number): Words => words(`单位的层级超过 ${most} 级。`, `The tree has more than ${most} levels here.`),
  hasBelow: words(
    '该单位有下级单位，不能改变其上级。',
    'This unit has units below it, so the unit above it cannot be changed.',
  ),
  inRound: (unit: string, round: string): Words =>
    words(
      `单位“${unit}”正在参加「${round}」，发布后才能改变隶属关系。`,
      `Unit “${unit}” takes part in “${round}”; its place in the tree can change when that is published.`,
    ),
  notYourUnit: (unit: string): Words =>
    words(
      `单位“${unit}”不在您可以管理的范围内，请由上级单位办理。`,
      `Unit “${unit}” is not yours to keep; ask the unit above.`,
    ),
  notYourPerson: (email: string): Words =>
    words(
      `${email} 在您管理的范围之外另有岗位，请由上级单位办理。`,
      `${email} holds a post outside your units; ask the unit above.`,
    ),
  notYourRole: words('只有管理员可以任命或修改管理员。', 'Only an administrator makes or changes an administrator.'),
  tooManyPosts: (most: number): Words => words(`一人最多 ${most} 个岗位。`, `A person holds ${most} posts at most.`),
  more: (count: number): Words =>
    words(
      `另有 ${count} 处问题未列出，请先改正以上各处。`,
      `${count} more problem(s) are not listed; mend these first.`,
    ),
} as const

/* What a cell may look like that stands in the wrong column. */
export const looks = {
  email: words('邮箱', 'an e-mail address'),
  phone: words('电话号码', 'a telephone number'),
  code: words('编码', 'a code'),
  name: words('名称', 'a name'),
  role: words('角色', 'a role'),
} as const
