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
import { cellsOf, changedSince, type Draft, mergeCells } from '../../shared/return/merge.ts'
import { edit } from '../../shared/return/moves.ts'
import type { Actor } from '../../shared/return/return.ts'
import type { GivenReason } from '../../shared/return/revision.ts'
import type { Instant } from '../../shared/time.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { Reasons } from '../store/returns.ts'
import { assessed, savedAnswer, standingReasons, summaryOf } from './answers.ts'
import { partsWith } from './draft-parts.ts'
import { oversizedPart } from './item-limits.ts'
import { changeReturn, type Decision, type Situation } from './situation.ts'

export type Saved = ReturnType<typeof savedAnswer> & { readonly reasonsNotNeeded?: NotNeeded[] }

interface Typing {
  readonly base: number
  /** What the answer tells of was changed after this; absent: after `base`. */
  readonly seen?: number
  readonly cells: Cells
  readonly reasons: readonly { readonly check: string; readonly cell: string; readonly text: string }[]
  readonly how?: 'zero' | 'nil'
  /** Not typed here but taken from a workbook. */
  readonly what?: 'uploaded'
}

interface NotNeeded {
  readonly check: string
  readonly cell: string
}

/**
 * Reasons by the finding they answer. One that answers no present finding is named; where the request brings nothing
 * else it is refused, so that nothing is lost unseen.
 */
const reasonsOf = (
  { reasons, cells }: Typing,
  findings: readonly Finding[],
  by: Actor,
  at: Instant,
): Result<{ readonly kept: Reasons; readonly notNeeded: readonly NotNeeded[] }> => {
  const kept: Record<string, GivenReason> = {}
  const notNeeded: NotNeeded[] = []
  for (const reason of reasons) {
    const finding = findings.find((one) => one.check === reason.check && one.cells.includes(reason.cell))
    if (finding !== undefined) kept[finding.key] = { ...reason, by, at }
    else notNeeded.push({ check: reason.check, cell: reason.cell })
  }
  if (notNeeded.length === 0 || Object.keys(cells).length > 0) return ok({ kept, notNeeded })
  const message = { zh: '该项检查目前没有提示，无需说明。', en: 'This check finds nothing now; no reason is needed.' }
  return refuse('invalid', { count: notNeeded.length }, { errors: notNeeded.map((reason) => ({ ...reason, message })) })
}

const answerOf = (
  stale: ReturnType<typeof mergeCells>['stale'],
  notNeeded: readonly NotNeeded[],
  saved: Saved,
): Result<Saved> => {
  const named = notNeeded.length === 0 ? {} : { reasonsNotNeeded: [...notNeeded] }
  return stale.length === 0
    ? ok({ ...saved, ...named })
    : refuse(
        'staleCells',
        { count: stale.length },
        { facts: { version: saved.version, stale, others: saved.others, ...named } },
      )
}

const isSame = (a: Reasons, b: Reasons): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, reason]) => b[key] === reason)

/** What typing comes to: merged cells, the findings on them, and what to write; `typing.cells` are read already. */
export const decideTyping = (situation: Situation, typing: Typing, by: Actor, at: Instant): Result<Decision<Saved>> => {
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
  const whole: Draft = { ...draft, ...changed }
  const assessment = assessed(situation, cellsOf(whole))
  const given = reasonsOf(typing, assessment.findings, by, at)
  if (!given.ok) return given
  const { kept, notNeeded } = given.value
  const reasons = standingReasons({ ...stored.reasons, ...kept }, assessment.findings)
  const oversized = oversizedPart(form, whole, reasons)
  if (oversized !== undefined) return refuse('invalid', { count: 1 }, { errors: [oversized] })
  const nothingNew = Object.keys(changed).length === 0 && Object.keys(kept).length === 0
  const known = new Set([...(typing.how === undefined ? Object.keys(changed) : []), ...stale.map(({ cell }) => cell)])
  const others = changedSince(whole, typing.seen ?? typing.base, known)
  const stands = nothingNew ? version : next.version
  const saved = savedAnswer({ version: stands, at, assessment, reasons, others })
  const answer = answerOf(stale, notNeeded, saved)
  if (nothingNew) return ok({ answer })
  return ok({
    answer,
    write: {
      move: 'edit',
      head: {
        unit: place.unit,
        collector: place.collector,
        now: next,
        summary: summaryOf(assessment, reasons),
        lastActivityAt: at,
      },
      parts: partsWith(form, whole, Object.keys(situation.isUntouched ? whole : changed)),
      ...(isSame(reasons, stored.reasons) ? {} : { reasons }),
      letters: [],
      log: {
        at,
        by,
        what: typing.what ?? (typing.how === undefined ? 'saved' : 'filled'),
        facts: { cells: Object.keys(changed) },
      },
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
      const seen = body.base ?? base
      if (seen > base) return refuse('unknownVersion', { base: seen, version: base })
      const typing = { base, seen, cells: filled.cells, reasons: [], how: body.with }
      return decideTyping(situation, typing, by, services.now())
    })
  })
