/* The directory as the rows of a file: the very columns that an import takes, so that an export is its template. */
import { type Column, columns, headings, languageWords, roleWords } from './directory-columns.ts'
import type { Language, Person, Unit } from './unit.ts'

export type ExportedRow = readonly string[]

const cellsOf = (unit: Unit): Readonly<Partial<Record<Column, string>>> => ({
  unit: unit.id,
  name: unit.name.zh,
  nameEn: unit.name.en,
  shortName: unit.shortName.zh,
  shortNameEn: unit.shortName.en,
  ...(unit.parent === undefined ? {} : { parent: unit.parent }),
})

/** Headings first; then a row for each post, and one for a unit where nobody has any. */
export const exportedRows = (
  units: readonly { readonly unit: Unit; readonly people: readonly Person[] }[],
  language: Language,
): readonly ExportedRow[] => {
  const rows = units.flatMap(({ unit, people }) => {
    const posts = people.flatMap((person) =>
      person.posts.filter((post) => post.unit === unit.id).map(({ role }) => ({ person, role })),
    )
    if (posts.length === 0) return [cellsOf(unit)]
    return posts.map(({ person, role }) => ({
      ...cellsOf(unit),
      person: person.name,
      email: person.email,
      ...(person.phone === undefined ? {} : { phone: person.phone }),
      role: roleWords[role][language],
      language: languageWords[person.language][language],
    }))
  })
  const heads = columns.map((column) => headings[column][language])
  return [heads, ...rows.map((row: Readonly<Partial<Record<Column, string>>>) => columns.map((one) => row[one] ?? ''))]
}

/* A program takes these for a formula, and runs it: ' keeps it from doing so, and is taken off again by the import. */
const guarded = (text: string): string => (/^'*[=+\-@]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** RFC 4180, with the mark by which Excel knows UTF-8. */
export const asCsv = (rows: readonly ExportedRow[]): string =>
  `\ufeff${rows.map((row) => row.map((text) => quoted(guarded(text))).join(',')).join('\r\n')}\r\n`

/** What the sheet beside the table says to whom fills it in. */
export const explanation: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '每行一个岗位：单位、人员、角色。一人有几个岗位就写几行；没有人员的单位也占一行。',
    '单位编码是单位的唯一标识，只用小写字母、数字和连字符；已有单位的编码不能改。',
    '邮箱相同即为同一人，不分大小写。换人请用新的邮箱，或在人员页办理移交。',
    '角色：填报人、汇总联系人、领导、管理员。语言：中文、英文；不填为中文。',
    '文件中没有写的内容保持原样：留空不会清除，删行不会删除单位、人员或岗位。',
    '列的顺序可以改变，列名不能改。只供自己看的内容请放在“备注”列，不会读取。',
    '导入前会逐条列出将作的改动；有一处问题，整个文件都不会写入。',
  ],
  en: [
    'One row for each post: unit, person, role. Somebody with several posts has several rows; a unit without anybody has one.',
    'The unit code names the unit: lower-case letters, digits, hyphens. The code of a registered unit cannot be changed.',
    'One address is one person, in capitals or not. For somebody new use a new address, or hand the post over on the page.',
    'Roles: reporter, coordinator, leader, administrator. Languages: Chinese, English; Chinese where nothing is said.',
    'What the file does not say stays as it is: a blank clears nothing, a missing row removes no unit, person or post.',
    'Columns may stand in any order under these headings. What is for yourself goes under “Remarks” and is not read.',
    'Before anything is written every change is listed; with a single problem nothing of the file is written.',
  ],
}
