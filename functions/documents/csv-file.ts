/*
 * Open data as CSV: one file per table, zipped. UTF-8 with a byte order mark, because Excel takes anything else for
 * GBK; a text that a spreadsheet would read as a formula begins with an apostrophe. Each line says of whose figures it
 * is one: files are parted from each other sooner or later.
 */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { CellValue } from '../../shared/form/cells.ts'
import { isNotApplicable } from '../../shared/form/cells.ts'
import { nameOf } from '../../shared/report/document-words.ts'
import type { OpenData } from '../../shared/report/open-data.ts'
import type { Language } from '../../shared/unit/unit.ts'

const heads = {
  zh: {
    cell: '栏目代码',
    label: '栏目',
    measure: '单位',
    value: '数值',
    scope: '范围',
    remark: '说明',
    last: '上年数值',
    growth: '增长率',
    why: '不可比原因',
  },
  en: {
    cell: 'Cell',
    label: 'Item',
    measure: 'Measure',
    value: 'Value',
    scope: 'Scope',
    remark: 'Remark',
    last: 'Last year',
    growth: 'Growth',
    why: 'Why not comparable',
  },
} as const
const unitHead = { zh: '单位', en: 'Unit' } as const
const textNames = { zh: '文字部分', en: 'Texts' } as const

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** A text that opens in a spreadsheet as the text it is. */
export const formulaSafe = (text: string): string =>
  /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) && !isNumber(text) ? `'${text}` : text

const fieldOf = (text: string): string => {
  const safe = formulaSafe(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines end as RFC 4180 has it. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\u{FEFF}${rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')}`

const valueText = (value: CellValue | undefined, language: Language): string => {
  if (value === null || value === undefined) return ''
  if (isNotApplicable(value)) return language === 'zh' ? `不适用：${value.na}` : `n/a: ${value.na}`
  return String(value)
}

/** The zipped files, one per table and list and one of the texts. */
export const csvZip = (data: OpenData, language: Language): Uint8Array => {
  const head = heads[language]
  const about = [
    data.scope[language],
    data.remarks.map((remark) => remark[language]).join(language === 'zh' ? '；' : '; '),
  ]
  const aboutHead = [head.scope, head.remark]
  const isCompared = data.comparedWith !== undefined
  const comparedHead = isCompared ? [head.last, head.growth, head.why] : []
  const tables = data.tables.map(({ title, cells }) => ({
    title: title[language],
    rows: [
      [head.cell, head.label, head.measure, head.value, ...comparedHead, ...aboutHead],
      ...cells.map(({ cell, label, measure = '', value, last, growth = '', notComparable }) => [
        cell,
        label[language],
        measure,
        valueText(value, language),
        ...(isCompared ? [valueText(last, language), growth, notComparable?.[language] ?? ''] : []),
        ...about,
      ]),
    ],
  }))
  const lists = data.lists.map(({ title, columns, rows }) => ({
    title: title[language],
    rows: [
      [unitHead[language], ...columns.map(({ label }) => label[language]), ...aboutHead],
      ...rows.map(({ unit, values }) => [
        unit[language],
        ...columns.map(({ id }) => valueText(values[id], language)),
        ...about,
      ]),
    ],
  }))
  const texts = {
    title: textNames[language],
    rows: [
      [head.cell, head.label, head.value, ...aboutHead],
      ...data.narratives.map(({ cell, title, text }) => [cell, title[language], text, ...about]),
    ],
  }
  const files: Zippable = {}
  const all = [...tables, ...lists, ...(isCompared ? [] : [texts])]
  for (const [index, { title, rows }] of all.entries())
    files[`${String(index + 1).padStart(2, '0')} ${nameOf([title], language)}.csv`] = strToU8(csvText(rows))
  /* The same data is the same file: a zip has no other moments than those given. */
  return zipSync(files, { mtime: new Date('2000-01-01T00:00:00') })
}
