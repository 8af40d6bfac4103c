/*
 * What of last year may be compared with a cell of this year. The two national editions count some things
 * differently; where they do, the comparison says why and no check compares (product F6). Facts: the
 * comparability rules of the two formats, 国办公开办函〔2019〕60号 and 〔2021〕30号.
 */
import type { Field } from './field.ts'
import { fieldAt, fieldsOf } from './fields.ts'
import type { Address, Form, Words } from './form.ts'
import { partsOf } from './join.ts'
import { words } from './words.ts'

export type Comparability =
  /** Last year's figure is the sum of these cells of last year's form (mostly one). */
  | { readonly comparable: true; readonly lastYearTerms: readonly Address[] }
  | { readonly comparable: false; readonly because: Words }

interface Exception {
  readonly cells: RegExp
  readonly because: Words
}

const betweenEditions: readonly Exception[] = [
  {
    cells: /^proactive\.(licensing|penalties|coercion)\.decisions$/,
    because: words(
      '口径变化：2021年起包括已公开和依法未公开的全部处理决定，与此前数据不可比。',
      'From 2021 on every decision counts, published or lawfully not published; earlier figures cannot be compared.',
    ),
  },
  {
    cells: /^proactive\.(rules|normativeDocuments)\./,
    because: words(
      '两个年度的格式栏目不同，不可比。',
      'The two formats ask for other columns; they cannot be compared.',
    ),
  },
  {
    cells: /^proactive\.fees\./,
    because: words(
      '两个年度的计量单位不同（项与万元），不可比。',
      'Another measure (items, CNY 10,000); they cannot be compared.',
    ),
  },
]

const threeRows = ['notCorrectedInTime', 'feeNotPaid', 'otherReason'] as const
const onlyTheirSum = words(
  '2020年及以前的格式只有“（六）其他处理”一行，只能与这三行之和比较。',
  'The format up to 2020 has one row "(6) Other handling"; only the sum of these three rows compares with it.',
)
const noSuchCell = words('上年的格式没有这一项，不可比。', 'Last year’s format has no such cell.')

const is = (form: Form, edition: string): boolean => partsOf(form.id).includes(edition)

const crosses = (from: Form, to: Form): boolean =>
  (is(from, 'ogi-2019') && is(to, 'ogi-2021')) || (is(from, 'ogi-2021') && is(to, 'ogi-2019'))

const sameMeaning = (a: Field, b: Field): boolean => a.kind === b.kind && a.measure === b.measure

const remembered = new WeakMap<Form, WeakMap<Form, Map<Address, Comparability>>>()

const memoryOf = (fromForm: Form, toForm: Form): Map<Address, Comparability> => {
  const ofForm = remembered.get(fromForm) ?? new WeakMap<Form, Map<Address, Comparability>>()
  remembered.set(fromForm, ofForm)
  const ofBoth = ofForm.get(toForm) ?? new Map<Address, Comparability>()
  ofForm.set(toForm, ofBoth)
  return ofBoth
}

/** Which cells of last year's form (`fromForm`) stand against a cell of this year's (`toForm`), or why none do. */
export const comparable = (fromForm: Form, toForm: Form, address: Address): Comparability => {
  const memory = memoryOf(fromForm, toForm)
  const known = memory.get(address)
  if (known) return known
  const answer = judge(fromForm, toForm, address)
  // Only cells of the form are remembered: anything else may be anything, without end.
  if (fieldsOf(toForm).has(address)) memory.set(address, answer)
  return answer
}

const judge = (fromForm: Form, toForm: Form, address: Address): Comparability => {
  if (crosses(fromForm, toForm)) {
    const exception = betweenEditions.find(({ cells }) => cells.test(address))
    if (exception) return { comparable: false, because: exception.because }
    const [section, row, column] = address.split('.')
    if (section === 'requests' && row === 'otherHandling') {
      return { comparable: true, lastYearTerms: threeRows.map((id) => `requests.${id}.${column}`) }
    }
    if (section === 'requests' && threeRows.some((id) => id === row))
      return { comparable: false, because: onlyTheirSum }
  }
  const before = fieldsOf(fromForm).get(address)
  const now = fieldAt(toForm, address)
  return before && now && sameMeaning(before, now)
    ? { comparable: true, lastYearTerms: [address] }
    : { comparable: false, because: noSuchCell }
}
