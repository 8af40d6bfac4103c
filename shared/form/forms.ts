/* The forms that are built in, by id; joined ones as well. */
import { ogi2019 } from './editions/ogi-2019.ts'
import { ogi2021 } from './editions/ogi-2021.ts'
import { policeSupplement } from './editions/police-supplement.ts'
import type { Form } from './form.ts'
import { join, partsOf } from './join.ts'

/** Every form built in, editions first. */
export const allForms: readonly Form[] = [ogi2019, ogi2021, policeSupplement]

const single = new Map(allForms.map((form) => [form.id, form]))
const joined = new Map<string, Form>()

/**
 * One edition, then supplements, as one form with id 'a+b'; a single id gives the form itself. The same value each
 * time. Throws RangeError on no id, an unknown id, and two sections of one id.
 */
export const joinForms = (ids: readonly string[]): Form => {
  const id = ids.join('+')
  const known = single.get(id) ?? joined.get(id)
  if (known) return known
  const parts = ids.map((part) => {
    const form = single.get(part)
    if (!form) throw new RangeError(`There is no form "${part}".`)
    return form
  })
  const [first, ...rest] = parts
  if (!first) throw new RangeError('A form needs at least one edition.')
  const form = join([first, ...rest])
  joined.set(id, form)
  return form
}

/** The form of an id, also of a joined one ('ogi-2021+police-supplement'); undefined when unknown. */
export const formById = (id: string): Form | undefined => {
  const known = single.get(id) ?? joined.get(id)
  if (known) return known
  const parts = partsOf(id)
  if (new Set(parts).size !== parts.length || !parts.every((part) => single.has(part))) return undefined
  return joinForms(parts)
}
