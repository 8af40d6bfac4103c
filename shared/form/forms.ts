/* The forms that are built in, and how one edition and its supplements become the one form of a round (product F2). */
import { once } from '../once.ts'
import { ogi2019 } from './editions/ogi-2019.ts'
import { ogi2021 } from './editions/ogi-2021.ts'
import { policeSupplement } from './editions/police-supplement.ts'
import type { Form } from './form.ts'
import { joinWords, words } from './words.ts'

/** Every form built in, editions first. */
export const allForms: readonly Form[] = [ogi2019, ogi2021, policeSupplement]

const single = new Map(allForms.map((form) => [form.id, form]))
const joined = new Map<string, Form>()

const uniqueById = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]

const join = (id: string, parts: readonly [Form, ...Form[]]): Form => {
  const [first] = parts
  const sections = parts.flatMap((part) => part.sections)
  if (uniqueById(sections).length !== sections.length) throw new RangeError(`Two sections of "${id}" have the same id.`)
  // A check of every form (R10, the recount) is one check of the whole.
  const checks = once(() => uniqueById(parts.flatMap((part) => part.checks)))
  return {
    id,
    version: Math.max(...parts.map((part) => part.version)),
    title: joinWords(
      parts.map((part) => part.title),
      words('、', '; '),
    ),
    ...(first.years ? { years: first.years } : {}),
    ...(first.source === undefined ? {} : { source: first.source }),
    sections,
    get checks() {
      return checks()
    },
  }
}

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
  const form = join(id, [first, ...rest])
  joined.set(id, form)
  return form
}

/** The form of an id, also of a joined one ('ogi-2021+police-supplement'); undefined when unknown. */
export const formById = (id: string): Form | undefined => {
  const known = single.get(id) ?? joined.get(id)
  if (known) return known
  const parts = id.split('+')
  if (new Set(parts).size !== parts.length || !parts.every((part) => single.has(part))) return undefined
  return joinForms(parts)
}

/** The ids that a joined form is made of: 'ogi-2021+police-supplement' has two. */
export const partsOf = (formId: string): readonly string[] => formId.split('+')
