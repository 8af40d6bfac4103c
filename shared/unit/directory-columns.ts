/*
 * The columns of a directory file: one table with a row for each post, found by their headings in either language and
 * in any order. What clerks write above such columns is listed here, and so is how they write roles and languages.
 * Decision 0028.
 */
import type { Words } from '../words.ts'
import type { Language, Role } from './unit.ts'

export const columns = [
  'unit',
  'name',
  'nameEn',
  'shortName',
  'shortNameEn',
  'parent',
  'person',
  'email',
  'phone',
  'role',
  'language',
] as const
export type Column = (typeof columns)[number]

/** As an export prints them. */
export const headings: Readonly<Record<Column, Words>> = {
  unit: { zh: '单位编码', en: 'Unit code' },
  name: { zh: '单位名称', en: 'Unit name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  shortName: { zh: '简称', en: 'Short name' },
  shortNameEn: { zh: '英文简称', en: 'English short name' },
  parent: { zh: '上级单位编码', en: 'Parent code' },
  person: { zh: '联系人', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  phone: { zh: '手机', en: 'Phone' },
  role: { zh: '角色', en: 'Role' },
  language: { zh: '语言', en: 'Language' },
}

const otherHeadings: Readonly<Record<Column, readonly string[]>> = {
  unit: ['单位编号', '单位代码', '机构编码', '编码', 'unit', 'unit id', 'code'],
  name: ['名称', '单位', '单位全称', '全称', 'name of unit', 'unit name (chinese)'],
  nameEn: ['单位英文名称', '英文名', '英文全称', 'unit name en', 'unit name in english'],
  shortName: ['单位简称', '中文简称', 'short'],
  shortNameEn: ['单位英文简称', 'short name en', 'short en'],
  parent: ['上级编码', '上级单位', '上级单位编号', '上级单位代码', 'parent', 'parent unit', 'parent unit code'],
  person: ['姓名', '联系人姓名', '人员', 'person', 'contact', 'full name'],
  email: ['电子邮箱', '电子邮件', '邮箱地址', '邮件地址', 'email', 'mail', 'e-mail address', 'email address'],
  phone: ['手机号', '手机号码', '电话', '联系电话', '手机/电话', '电话/手机', 'telephone', 'mobile', 'tel'],
  role: ['职责', '岗位', '岗位角色', 'post', 'roles'],
  language: ['通知语言', '信件语言', 'lang'],
}

/* Columns of a clerk's own, which say nothing to the directory. */
const remarks = ['序号', '备注', '说明', 'no', '#', 'remark', 'remarks', 'note', 'notes']

/* Full width and half, blanks, capitals, a note in brackets and a star for "required" make no difference. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\([^)]{0,60}\)|[\s*:_.]/g, '')
    .toLowerCase()

const byHeading = new Map<string, Column>(
  columns.flatMap((column) =>
    [headings[column].zh, headings[column].en, ...otherHeadings[column]].map((said) => [plain(said), column] as const),
  ),
)
const ownColumns = new Set(remarks.map(plain))

/** Which column a heading stands above; `own`: one that is not read; undefined: nobody knows. */
export const columnOf = (heading: string): Column | 'own' | undefined => {
  const said = plain(heading)
  return byHeading.get(said) ?? (ownColumns.has(said) ? 'own' : undefined)
}

/** As an export prints them. */
export const roleWords: Readonly<Record<Role, Words>> = {
  reporter: { zh: '填报人', en: 'reporter' },
  coordinator: { zh: '汇总联系人', en: 'coordinator' },
  leader: { zh: '领导', en: 'leader' },
  administrator: { zh: '管理员', en: 'administrator' },
}
export const languageWords: Readonly<Record<Language, Words>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
}

const rolesByWord: Readonly<Record<string, Role>> = {
  填报人: 'reporter',
  联络员: 'reporter',
  填报人员: 'reporter',
  reporter: 'reporter',
  汇总联系人: 'coordinator',
  汇总人: 'coordinator',
  coordinator: 'coordinator',
  领导: 'leader',
  分管领导: 'leader',
  leader: 'leader',
  管理员: 'administrator',
  系统管理员: 'administrator',
  administrator: 'administrator',
  admin: 'administrator',
}
const languagesByWord: Readonly<Record<string, Language>> = {
  中文: 'zh',
  汉语: 'zh',
  zh: 'zh',
  chinese: 'zh',
  英文: 'en',
  英语: 'en',
  en: 'en',
  english: 'en',
}

const ownEntry = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** The roles that a cell names, several parted by 、 or a comma; undefined where one of them is none. */
export const rolesIn = (text: string): readonly Role[] | undefined => {
  const found = text.split(/[、,;/，；]/).map((word) => ownEntry(rolesByWord, plain(word)))
  return found.every((role) => role !== undefined) ? [...new Set(found)] : undefined
}

export const languageIn = (text: string): Language | undefined => ownEntry(languagesByWord, plain(text))
