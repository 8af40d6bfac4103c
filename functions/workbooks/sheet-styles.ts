/* How cells of a workbook look: calm, grey where nothing is entered, thin lines, the colours of the checks. */
import type { Alignment, Borders, Fill, Font } from 'exceljs'
import type { FieldKind } from '../../shared/form/form.ts'
import type { SheetCell, SheetRule } from '../../shared/workbook/model.ts'

type Language = 'zh' | 'en'

export const fontName = { zh: '宋体', en: 'Calibri' } as const

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } })
const grey = solid('FFF0F2F5')
const line = { style: 'thin', color: { argb: 'FF9AA4B2' } } as const
const box: Partial<Borders> = { top: line, bottom: line, left: line, right: line }

const isFigure = (kind: FieldKind | undefined): boolean => kind !== undefined && !['text', 'narrative'].includes(kind)

/** Digits of a change are signed as the office writes them: 增5, 减17. */
const formatOf = (kind: FieldKind | undefined, language: Language): string => {
  if (kind === 'change') return language === 'zh' ? '"增"0;"减"0;0' : '+0;-0;0'
  if (kind === 'money') return '0.00####'
  if (kind === 'ratio') return '0.0"%"'
  /* As text, so that what is typed stays what it is: an account named 1-2, a name that begins with =. */
  if (kind === 'text') return '@'
  return kind === 'count' ? '0' : 'General'
}

export const styleOf = ({ role, kind, value, isOpen }: SheetCell, language: Language) => {
  const font: Partial<Font> = { name: fontName[language], size: role === 'title' ? 15 : role === 'note' ? 9 : 11 }
  const alignment: Partial<Alignment> = { vertical: 'middle', wrapText: true }
  const isBoxed = role !== 'mark' && role !== 'title' && role !== 'note'
  const isEntered = role === 'input'
  /* What begins like a formula stays text when somebody edits it. */
  const beginsLikeFormula = kind === 'narrative' && typeof value === 'string' && /^[=+\-@]/.test(value)
  return {
    font: { ...font, bold: role === 'title' },
    numFmt: beginsLikeFormula ? '@' : formatOf(kind, language),
    alignment: {
      ...alignment,
      ...(role === 'heading' || role === 'title' || isFigure(kind) ? { horizontal: 'center' as const } : {}),
      ...(kind === 'narrative' ? { vertical: 'top' as const } : {}),
    },
    ...(isBoxed ? { border: box } : {}),
    ...(isBoxed && !isEntered ? { fill: grey } : {}),
    protection: { locked: !isEntered && isOpen !== true },
  }
}

const colours = { blocks: 'FFF8C9C4', explain: 'FFFCE3B6', blank: 'FFFFF9DB' } as const
const priorities = { blocks: 1, explain: 2, blank: 3 } as const

/** A rule as a conditional format. */
export const conditionOf = ({ cells, formula, severity }: SheetRule) => ({
  ref: cells.join(' '),
  rules: [
    {
      type: 'expression' as const,
      formulae: [formula],
      priority: priorities[severity],
      style: { fill: solid(colours[severity]) },
    },
  ],
})

const most = 99_999_999_999
const asks = {
  count: {
    zh: '请填不小于 0 的整数；没有发生填 0。不适用的写“不适用：理由”，并选择“是”。',
    en: 'A whole number from 0; enter 0 if nothing happened. Where it does not apply write “n/a: reason” and choose yes.',
  },
  change: {
    zh: '请填整数：增加 5 填 5，减少 17 填 -17，没有变化填 0。',
    en: 'A whole number: 5 for an increase of 5, -17 for a decrease of 17, 0 for no change.',
  },
  money: { zh: '请填不小于 0 的金额，只写数字。', en: 'An amount from 0, figures only.' },
} as const

/** What may be typed. A warning and no wall: 不适用 and 增5 are read as well. */
export const validationOf = ({ role, kind, choices }: SheetCell, language: Language) => {
  if (role !== 'input') return undefined
  const warning = { allowBlank: true, showErrorMessage: true, errorStyle: 'warning' } as const
  if (choices !== undefined) return { ...warning, type: 'list' as const, formulae: [`"${choices.join(',')}"`] }
  if (kind === 'count')
    return {
      ...warning,
      type: 'whole' as const,
      operator: 'between' as const,
      formulae: [0, most],
      error: asks.count[language],
    }
  if (kind === 'change')
    return {
      ...warning,
      type: 'whole' as const,
      operator: 'between' as const,
      formulae: [-most, most],
      error: asks.change[language],
    }
  return kind === 'money'
    ? {
        ...warning,
        type: 'decimal' as const,
        operator: 'greaterThanOrEqual' as const,
        formulae: [0],
        error: asks.money[language],
      }
    : undefined
}
