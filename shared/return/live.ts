/*
 * The same as assess(), kept up while somebody types: built once for a return, and a change computes again only the
 * cells above it and runs only the checks that read it. What a check reads is seen while it runs, not written down
 * beside it: a new kind of rule is right without a word here. What a check does not read it does not read again, so
 * that what was seen earlier may stay; it only grows.
 */
import { type Cells, type CellValue, isBlank, sameValue } from '../form/cells.ts'
import { computeInto, operandsOf, planOf } from '../form/compute.ts'
import { figuresOf } from '../form/evaluate.ts'
import { type ComputedField, fieldsOf, inputFieldsOf, listsOf } from '../form/fields.ts'
import type { Finding } from '../form/finding.ts'
import type { Address, Form } from '../form/form.ts'
import { listRowsOf } from '../form/lists.ts'
import type { Evidence } from '../form/rules/figures.ts'
import type { Assessment } from './assess.ts'
import { readsOf } from './reads.ts'
import { runningChecks } from './running-checks.ts'

export interface LiveContext {
  /** Last year's return and the form it was filled in with. */
  readonly lastYear?: { readonly cells: Cells; readonly form: Form } | undefined
  readonly extraChecks: readonly string[]
  /** The report year (R11). */
  readonly year?: number
}

export interface Changes {
  /** Computed cells that have another value, or have become complete or incomplete. */
  readonly computed: readonly Address[]
  readonly findings: boolean
}

export interface Progress {
  readonly filled: number
  readonly total: number
}

export interface Live {
  /** Cells as they stand. The same object after a change. */
  readonly cells: Cells
  readonly computed: (address: Address) => CellValue
  readonly isIncomplete: (address: Address) => boolean
  /** What the checks of own and last year's cells find, in the order of the checks. */
  readonly findings: () => readonly Finding[]
  /** Cells of a section that are filled in, of how many; a list counts as one. */
  readonly progress: (section: string) => Progress
  /** The whole, as assess() says it. */
  readonly assessment: () => Assessment
  /** Puts values (null blanks) and says what is no longer as it was. */
  readonly change: (cells: Cells) => Changes
  /** The same in two steps, for a page that shows totals first: `put` computes, and says which totals are others. */
  readonly put: (cells: Cells) => Changes['computed']
  /** Runs the checks that read what was put since; true when the findings are others. */
  readonly check: () => boolean
  /**
   * Runs one more of the checks; false when all have run. Whoever asks for findings runs all that are left: this is for
   * a page that would rather not do it in one go.
   */
  readonly next: () => boolean
}

/** For every input or computed cell the computed cells above it, in the order of computing. Remembered per cell. */
const above = (form: Form): ((address: Address) => readonly ComputedField[]) => {
  const place = new Map<ComputedField, number>()
  const usedBy = new Map<Address, ComputedField[]>()
  for (const [at, field] of planOf(form).entries()) {
    place.set(field, at)
    for (const operand of operandsOf(field)) {
      const users = usedBy.get(operand)
      if (users === undefined) usedBy.set(operand, [field])
      else users.push(field)
    }
  }
  const remembered = new Map<Address, readonly ComputedField[]>()
  const find = (address: Address): readonly ComputedField[] => {
    const found = new Set<ComputedField>(usedBy.get(address))
    /* A set goes on to what is added while it is walked. */
    for (const field of found) for (const user of usedBy.get(field.address) ?? []) found.add(user)
    return [...found].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
  }
  return (address) => {
    const known = remembered.get(address) ?? find(address)
    remembered.set(address, known)
    return known
  }
}

/** Says something, whatever it is: to a check for blank cells it is all the same. */
const isSaid = (value: CellValue): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== null && typeof value !== 'boolean'

/** Every cell of the tables and narratives, blank where nothing stands, and the filled cells of lists. */
const cellsWithBlanks = (form: Form, cells: Cells): Record<Address, CellValue> => {
  const whole: Record<Address, CellValue> = {}
  for (const { address } of inputFieldsOf(form)) whole[address] = null
  for (const [address, value] of Object.entries(cells)) if (value !== null) whole[address] = value
  return whole
}

const progressOf = (form: Form, cells: Cells) => {
  const lists = new Map(listsOf(form).map((list) => [list.id, list]))
  const count = new Map<string, { filled: number; total: number }>()
  for (const { section, address } of inputFieldsOf(form)) {
    const of = count.get(section) ?? { filled: 0, total: 0 }
    of.total += 1
    if (!isBlank(cells[address])) of.filled += 1
    count.set(section, of)
  }
  return {
    changed: (section: string, by: 1 | -1) => {
      const of = count.get(section)
      if (of !== undefined) of.filled += by
    },
    of: (section: string): Progress => {
      const list = lists.get(section)
      if (list === undefined) return count.get(section) ?? { filled: 0, total: 0 }
      const isSaid = cells[`${section}.none`] === true || listRowsOf(list, cells).length > 0
      return { filled: isSaid ? 1 : 0, total: 1 }
    },
  }
}

/** A draft assessed, and kept assessed. Its findings are those of the checks that a reporter's return is run with. */
export const liveAssessment = (form: Form, draft: Cells, context: LiveContext): Live => {
  const cells = cellsWithBlanks(form, draft)
  const fields = fieldsOf(form)
  const values: Record<Address, CellValue> = {}
  const incomplete = new Set<Address>()
  const computing = { values, incomplete }
  for (const field of planOf(form)) computeInto(form, field, cells, computing)
  const last = context.lastYear
  const reads = readsOf()
  const evidence: Evidence = {
    form,
    cells,
    computed: values,
    incomplete,
    stated: {},
    ...(context.year === undefined ? {} : { year: context.year }),
    ...(last === undefined ? {} : { lastYear: figuresOf(last.form, last.cells) }),
  }
  const checks = runningChecks(evidence, reads, {
    extraChecks: context.extraChecks,
    ...(last === undefined ? {} : { lastYear: { form: last.form.id } }),
  })
  const progress = progressOf(form, cells)
  const aboveOf = above(form)

  const put = (address: Address, value: CellValue): boolean => {
    const before = cells[address] ?? null
    if (sameValue(before, value)) return false
    const field = fields.get(address)
    if (field !== undefined && isBlank(before) !== isBlank(value))
      progress.changed(field.section, isBlank(value) ? -1 : 1)
    /* Only cells of lists come and go: whoever asks which cells there are need not look again for the others. */
    const isGone = field === undefined && value === null
    if (isGone) delete cells[address]
    else cells[address] = value
    if (isGone || (field === undefined && before === null)) reads.keysChanged()
    return true
  }

  const compute = (field: ComputedField): boolean => {
    const { address } = field
    const [value, wasIncomplete] = [values[address], incomplete.has(address)]
    computeInto(form, field, cells, computing)
    return !sameValue(value, values[address]) || wasIncomplete !== incomplete.has(address)
  }

  /* What was put and not yet checked; `stillSaid`: each of these cells said something before and does so now. */
  let unchecked: Address[] = []
  let stillSaid = true
  let isOther = false
  const settle = (): void => {
    if (unchecked.length === 0) return
    const changed = unchecked
    unchecked = []
    if (checks.again(reads.readersOf(changed), stillSaid)) isOther = true
    stillSaid = true
  }
  const putAll = (given: Cells): readonly Address[] => {
    /* What is told is what has changed: all must have been found once. */
    checks.finish()
    const touched: Address[] = []
    for (const address of Object.keys(given)) {
      const [before, value] = [cells[address] ?? null, given[address] ?? null]
      if (!put(address, value)) continue
      stillSaid &&= isSaid(before) && isSaid(value)
      touched.push(address)
    }
    const [first] = touched
    if (first === undefined) return touched
    const computed: Address[] = []
    for (const field of touched.length === 1 ? aboveOf(first) : planOf(form))
      if (compute(field)) computed.push(field.address)
    unchecked.push(...touched, ...computed)
    return computed
  }
  const check = (): boolean => {
    settle()
    const was = isOther
    isOther = false
    return was
  }
  const findings = (): readonly Finding[] => {
    settle()
    return checks.all()
  }

  return {
    cells,
    computed: (address) => values[address] ?? null,
    isIncomplete: (address) => incomplete.has(address),
    findings,
    next: checks.next,
    progress: progress.of,
    assessment: () => {
      const all = form.sections.map(({ id }) => ({ id, ...progress.of(id) }))
      return {
        computed: values,
        incomplete: planOf(form).flatMap(({ address }) => (incomplete.has(address) ? [address] : [])),
        findings: findings(),
        filled: all.reduce((sum, { filled }) => sum + filled, 0),
        total: all.reduce((sum, { total }) => sum + total, 0),
        blanks: Object.fromEntries(
          all.flatMap(({ id, filled, total }) => (filled < total ? [[id, total - filled] as const] : [])),
        ),
      }
    },
    put: putAll,
    check,
    change: (given) => {
      const computed = putAll(given)
      return { computed, findings: check() }
    },
  }
}
