/* How a value is printed in tables and letters. Counts are not grouped: the official tables print 1282, not 1,282. */
import type { CellValue } from './cells.ts'
import { isBlank, isNotApplicable } from './cells.ts'
import type { Field } from './field.ts'
import type { FieldKind } from './form.ts'
import type { Language } from './words.ts'

type Print = (field: Field, value: number | string | boolean, language: Language) => string

const asIs: Print = (_field, value) => String(value)

const printOfKind = {
  count: asIs,
  change: (_field, value, language) => {
    if (typeof value !== 'number' || value === 0) return String(value === 0 ? 0 : value)
    const size = Math.abs(value)
    if (language === 'zh') return value > 0 ? `增${size}` : `减${size}`
    return value > 0 ? `+${size}` : `−${size}`
  },
  money: asIs,
  text: asIs,
  narrative: asIs,
  flag: (_field, value, language) => {
    if (language === 'zh') return value === true ? '是' : '否'
    return value === true ? 'yes' : 'no'
  },
  choice: (field, value, language) =>
    (field.kind === 'choice' && field.options.find((option) => option.id === value)?.label[language]) || String(value),
  sum: asIs,
  ratio: (_field, value) => `${value}%`,
} satisfies Record<FieldKind, Print>

/** The printed text of a value: '' for blank, 「不适用」 for not applicable, 增5 / 减17 for a change, 95.4% for a share. */
export const printValue = (field: Field, value: CellValue | undefined, language: Language): string => {
  if (isBlank(value)) return ''
  if (isNotApplicable(value)) return language === 'zh' ? '不适用' : 'n/a'
  return printOfKind[field.kind](field, value, language)
}
