/* Small parts that the checks of all forms are written with. */
import { fieldsIn, isComputed } from '../fields.ts'
import type { Address, Section, Term } from '../form.ts'

/** Cells of this year, added. */
export const plus = (...cells: readonly Address[]): readonly Term[] =>
  cells.map((cell) => ({ cell, sign: 1, year: 'this' }))

/** Cells of this year, taken away. */
export const minus = (...cells: readonly Address[]): readonly Term[] =>
  cells.map((cell) => ({ cell, sign: -1, year: 'this' }))

/** Cells of last year, added. */
export const lastYear = (...cells: readonly Address[]): readonly Term[] =>
  cells.map((cell) => ({ cell, sign: 1, year: 'last' }))

/** Addresses of the cells of a section that people fill in. */
export const inputsOf = (section: Section): readonly Address[] =>
  fieldsIn(section)
    .filter((field) => !isComputed(field))
    .map((field) => field.address)

/** The section of an id; RangeError when the form has none, so that a misspelt check never loads. */
export const sectionOf = <K extends Section['kind']>(
  sections: readonly Section[],
  kind: K,
  id: string,
): Extract<Section, { readonly kind: K }> => {
  const isIt = (section: Section): section is Extract<Section, { readonly kind: K }> =>
    section.kind === kind && section.id === id
  const section = sections.find(isIt)
  if (!section) throw new RangeError(`There is no ${kind} "${id}".`)
  return section
}
