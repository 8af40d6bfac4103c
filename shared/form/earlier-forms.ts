/* Which forms the figures of an earlier year may be entered in: the edition in force then comes first. */
import type { Form } from './form.ts'
import { allForms, joinForms } from './forms.ts'

/* Years between a year and those an edition is for; a year before the first edition is nearest to that. */
const yearsOff = ({ years }: Form, year: number): number => {
  if (years === undefined) return 0
  return Math.max(0, years.from - year, years.to === undefined ? 0 : year - years.to)
}

/** Editions, the nearest to the year first, each alone and with every supplement. */
export const formsFor = (year: number): readonly Form[] => {
  const editions = allForms
    .filter(({ years }) => years !== undefined)
    .toSorted((one, other) => yearsOff(one, year) - yearsOff(other, year))
  const supplements = allForms.filter(({ years }) => years === undefined)
  return editions.flatMap((edition) => [edition, ...supplements.map(({ id }) => joinForms([edition.id, id]))])
}
