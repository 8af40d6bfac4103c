/*
 * Formulas of the workbook: computed cells as live sums and shares, and the checks that compare this year's cells as
 * conditions that turn them red. As on the page, a check and a share wait until every cell they stand on is filled.
 */
import { fieldsOf, isComputed } from '../form/fields.ts'
import type { Address, Check, Form, Term } from '../form/form.ts'
import type { SheetRule } from './model.ts'
import { areasOf, nameOf, type Position } from './position.ts'

/** Where every fixed cell of the form stands. */
export type Places = ReadonlyMap<Address, Position & { readonly sheet: string }>

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

/* Areas of cells, with the sheet's name where it is another. */
const areas = (places: Places, sheet: string, addresses: readonly Address[]): readonly string[] => {
  const bySheet = new Map<string, Position[]>()
  for (const address of addresses) {
    const place = places.get(address)
    if (place) bySheet.set(place.sheet, [...(bySheet.get(place.sheet) ?? []), place])
  }
  return [...bySheet].flatMap(([name, cells]) =>
    areasOf(cells).map((area) => (name === sheet ? area : `${quoted(name)}!${area}`)),
  )
}

/** The cells that people fill in which a cell stands on: itself, or those of its sum. */
const leavesOf = (form: Form, address: Address): readonly Address[] => {
  const field = fieldsOf(form).get(address)
  if (!field || !isComputed(field)) return [address]
  const terms = field.kind === 'sum' ? field.terms : [field.numerator, field.denominator]
  return [...new Set(terms.flatMap((term) => leavesOf(form, term)))]
}

/* `不适用` is text and fills a cell as well: COUNTA, not COUNT. */
const allFilled = (form: Form, places: Places, sheet: string, addresses: readonly Address[]): string => {
  const leaves = [...new Set(addresses.flatMap((address) => leavesOf(form, address)))]
  return `COUNTA(${areas(places, sheet, leaves).join(',')})=${leaves.length}`
}

/** The formula of a computed cell, without `=`; undefined for a cell that people fill in. */
export const formulaOf = (form: Form, places: Places, sheet: string, address: Address): string | undefined => {
  const field = fieldsOf(form).get(address)
  if (!field || !isComputed(field)) return undefined
  if (field.kind === 'sum') {
    const terms = areas(places, sheet, field.terms).join(',')
    return `IF(COUNT(${terms})=0,"",SUM(${terms}))`
  }
  const [part = ''] = areas(places, sheet, [field.numerator])
  const [whole = ''] = areas(places, sheet, [field.denominator])
  const isReady = `${allFilled(form, places, sheet, [address])},ISNUMBER(${part}),ISNUMBER(${whole})`
  return `IF(AND(${isReady}),IF(${whole}=0,"",ROUND(${part}/${whole}*100,1)),"")`
}

const side = (places: Places, sheet: string, terms: readonly Term[]): string =>
  terms
    .map(({ cell, sign }) => `${sign === 1 ? '+' : '-'}SUM(${areas(places, sheet, [cell]).join(',')})`)
    .join('')
    .replace(/^\+/, '')

const ownTerms = (
  check: Check,
): { readonly left: readonly Term[]; readonly right: readonly Term[]; readonly sign: string } | undefined => {
  const { rule } = check
  if (rule.kind !== 'equal' && rule.kind !== 'atMost') return undefined
  const isOwn = [...rule.left, ...rule.right].every(({ year }) => year === 'this')
  return isOwn ? { left: rule.left, right: rule.right, sign: rule.kind === 'equal' ? '<>' : '>' } : undefined
}

/** The checks on this year's own cells that a condition can say, for the cells of one sheet. */
export const rulesOn = (form: Form, places: Places, sheet: string): readonly SheetRule[] =>
  form.checks.flatMap((check): readonly SheetRule[] => {
    const terms = check.needs === 'own' && check.offByDefault === undefined ? ownTerms(check) : undefined
    if (!terms || check.class === 'D') return []
    const addresses = [...new Set([...terms.left, ...terms.right].map(({ cell }) => cell))]
    const here = addresses.flatMap((address) => {
      const place = places.get(address)
      return place?.sheet === sheet ? [nameOf(place)] : []
    })
    if (here.length === 0) return []
    /* Anchored: a condition is written from the point of view of its first cell. */
    const anchored = (formula: string): string =>
      formula.replace(/(?<![A-Za-z0-9'.])([A-Z]{1,3})([1-9]\d*)(?![\d(])/g, '$$$1$$$2')
    const formula = `AND(${allFilled(form, places, sheet, addresses)},ROUND(${side(places, sheet, terms.left)},6)${terms.sign}ROUND(${side(places, sheet, terms.right)},6))`
    return [{ cells: here, formula: anchored(formula), severity: check.class === 'A' ? 'blocks' : 'explain' }]
  })
