/*
 * Typing: PATCH and the two one-click fillings. What is sent is merged cell by cell (product E2); a stale cell is
 * named with both values, and the other cells of the request are saved all the same.
 */
import type { Cells } from '../../shared/form/cells.ts'
import { listMarkerAt } from '../../shared/form/fields.ts'
import { fillSection } from '../../shared/form/fill.ts'
import type { Finding } from '../../shared/form/finding.ts'
import { readDraft } from '../../shared/form/schema.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import { cellsOf, type Draft, type Mark, mergeCells } from '../../shared/return/merge.ts'
import { edit } from '../../shared/return/moves.ts'
import type { Actor } from '../../shared/return/return.ts'
import type { GivenReason } from '../../shared/return/revision.ts'
import type { Instant } from '../../shared/time.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { partOf, type Reasons } from '../store/returns.ts'
import { assessed, savedAnswer, summaryOf } from './answers.ts'
import { oversizedPart } from './item-limits.ts'
import { changeReturn, type Decision, type Situation } from './situation.ts'

type Saved = ReturnType<typeof savedAnswer>

interface Typing {
  readonly base: number
  readonly cells: Cells
  readonly reasons: readonly { readonly check: string; readonly cell: string; readonly text: string }[]
  readonly how?: 'zero' | 'nil'
}

/** The parts of the draft that hold changed cells, whole: each is one item. */
const partsTouched = ({ form }: Situation, draft: Draft, changed: Draft): Readonly<Record<string, Draft>> => {
  const kindOf = (section: string) => {
    const kind = form.sections.find((one) => one.id === section)?.kind
    return kind === 'narrative' || kind === 'list' ? kind : 'table'
  }
  const names = new Set(Object.keys(changed).map((cell) => partOf(cell, kindOf)))
  const parts: Record<string, Record<string, Mark>> = Object.fromEntries([...names].map((name) => [name, {}]))
  for (const [cell, mark] of Object.entries(draft)) {
    const part = parts[partOf(cell, kindOf)]
    if (part !== undefined) part[cell] = mark
  }
  return parts
}

/** Reasons by the finding they answer; one that answers no present finding is refused, so that nothing is lost unseen. */
const reasonsOf = (
  given: Typing['reasons'],
  findings: readonly Finding[],
  by: Actor,
  at: Instant,
): Result<Readonly<Record<string, GivenReason>>> => {
  const kept: Record<string, GivenReason> = {}
  const errors = []
  for (const reason of given) {
    const finding = findings.find((one) => one.check === reason.check && one.cells.includes(reason.cell))
    if (finding !== undefined) kept[finding.key] = { ...reason, by, at }
    else
      errors.push({
        check: reason.check,
        cell: reason.cell,
        message: { zh: '该项检查目前没有提示，无需说明。', en: 'This check finds nothing now; no reason is needed.' },
      })
  }
  return errors.length > 0 ? refuse('invalid', { count: errors.length }, { errors }) : ok(kept)
}

/** A reason falls with the finding that it answers (product F5). */
const standingReasons = (reasons: Reasons, findings: readonly Finding[]): Reasons => {
  const keys = new Set(findings.map((finding) => finding.key))
  return Object.fromEntries(Object.entries(reasons).filter(([key]) => keys.has(key)))
}

const staleRefusal = (stale: ReturnType<typeof mergeCells>['stale'], version: number): Result<never> =>
  refuse('staleCells', { count: stale.length }, { facts: { version, stale } })

const decideTyping = (situation: Situation, typing: Typing, by: Actor, at: Instant): Result<Decision<Saved>> => {
  const { round, form, stored, draft, place } = situation
  const version = stored.head?.now.version ?? 0
  if (typing.base > version) return refuse('unknownVersion', { base: typing.base, version })
  const edited = edit(stored.head?.now, round)
  if (!edited.ok) return edited
  const next = edited.value
  const { changed, stale } = mergeCells({
    draft,
    base: typing.base,
    sent: typing.cells,
    mark: { n: next.version, by, at, ...(typing.how === undefined ? {} : { how: typing.how }) },
    isRow: (address) => listMarkerAt(form, address)?.kind === 'row',
  })
  const isFirst = stored.head === undefined
  const whole: Draft = { ...draft, ...changed }
  const assessment = assessed(situation, cellsOf(whole))
  const reasons = reasonsOf(typing.reasons, assessment.findings, by, at)
  if (!reasons.ok) return reasons
  const allReasons = standingReasons({ ...stored.reasons, ...reasons.value }, assessment.findings)
  const oversized = oversizedPart(form, whole, allReasons)
  if (oversized !== undefined) return refuse('invalid', { count: 1 }, { errors: [oversized] })
  const nothingNew = Object.keys(changed).length === 0 && typing.reasons.length === 0
  const newVersion = nothingNew ? version : next.version
  const answer =
    stale.length > 0 ? staleRefusal(stale, newVersion) : ok(savedAnswer(newVersion, assessment, allReasons))
  if (nothingNew) return ok({ answer })
  return ok({
    answer,
    write: {
      move: 'edit',
      head: {
        unit: place.unit,
        collector: place.collector,
        now: next,
        summary: summaryOf(assessment),
        lastActivityAt: at,
      },
      parts: partsTouched(situation, whole, isFirst ? whole : changed),
      ...(typing.reasons.length === 0 ? {} : { reasons: allReasons }),
      letters: [],
      log: { at, by, what: typing.how === undefined ? 'saved' : 'filled', facts: { cells: Object.keys(changed) } },
    },
  })
}

/** PATCH of cells and reasons. */
export const saveCells = (services: Services) =>
  http(services, 'patchReturn', async ({ round, unit, body, caller }) => {
    const by = caller.actorFor(unit.id)
    return changeReturn(services, { round, unit }, (situation) => {
      const read = readDraft(situation.form, body.cells)
      if (!read.ok) return refuse('invalid', { count: read.problems.length }, { errors: read.problems })
      return decideTyping(
        situation,
        { base: body.base, cells: read.cells, reasons: body.reasons ?? [] },
        by,
        services.now(),
      )
    })
  })

/** 「其余填 0」 and 「零报告」: one click, recorded as such. */
export const fillReturn = (services: Services) =>
  http(services, 'fillReturn', async ({ round, unit, body, caller }) => {
    const by = caller.actorFor(unit.id)
    return changeReturn(services, { round, unit }, (situation) => {
      if (!situation.form.sections.some((section) => section.id === body.section))
        return refuse('notFound', { what: body.section })
      const filled = fillSection(situation.form, body.section, body.with, cellsOf(situation.draft))
      if (!filled.ok) {
        const errors = filled.cells.map((cell) => ({ cell, message: filled.message }))
        return refuse('nilWouldOverwrite', { cells: errors.length }, { errors })
      }
      const base = situation.stored.head?.now.version ?? 0
      return decideTyping(situation, { base, cells: filled.cells, reasons: [], how: body.with }, by, services.now())
    })
  })
