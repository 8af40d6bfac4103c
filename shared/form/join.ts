/*
 * How one edition and its supplements become the one form of a round (product F2). Knows no form itself: the server
 * has all of them at hand (forms.ts), a page loads those of its round.
 */
import { once } from '../once.ts'
import type { Form } from './form.ts'
import { joinWords, words } from './words.ts'

/** The ids that a joined form is made of: 'ogi-2021+police-supplement' has two. */
export const partsOf = (formId: string): readonly string[] => formId.split('+')

const uniqueById = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]

/** One edition, then supplements, as one form with id 'a+b'; throws RangeError when two sections have one id. */
export const join = (parts: readonly [Form, ...Form[]]): Form => {
  const [first] = parts
  if (parts.length === 1) return first
  const id = parts.map((part) => part.id).join('+')
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
