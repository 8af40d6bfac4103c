/* Narratives of the report, handing it up, and publishing an edition: frozen figures with a hash (product D5). */
import { canonicalJson } from '../../shared/canonical.ts'
import { isBlank } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { readDraft } from '../../shared/form/schema.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { asMember } from '../../shared/report/add-up.ts'
import { joinedLists } from '../../shared/report/joined-lists.ts'
import type { Edition, Figures } from '../../shared/report/report.ts'
import { reportStageOf } from '../../shared/report/report-review.ts'
import { sealOf } from '../../shared/report/seal.ts'
import { changesBetween, type Revision } from '../../shared/return/revision.ts'
import { publish } from '../../shared/round/moves.ts'
import type { RoundStage } from '../../shared/round/round.ts'
import { collectorAbove } from '../../shared/unit/collector.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { archived } from '../store/archive.ts'
import { publishedLetters } from './published-letters.ts'
import { checksOf, loadReport, provenSum, type ReportView, revisionsBehind } from './report-view.ts'

export const patchReport = (services: Services) =>
  http(services, 'patchReport', async ({ round, unit, body, caller }) => {
    const form = joinForms(round.forms)
    const read = readDraft(form, body.cells)
    if (!read.ok) return refuse('invalid', { count: read.problems.length }, { errors: read.problems })
    const strange = Object.keys(read.cells).filter((cell) => fieldAt(form, cell)?.kind !== 'narrative')
    if (strange.length > 0) {
      const errors = strange.map((cell) => ({
        cell,
        message: {
          zh: '汇总数据由各单位报表生成，不能直接修改。',
          en: 'Figures of a report come from the returns and cannot be typed.',
        },
      }))
      return refuse('invalid', { count: errors.length }, { errors })
    }
    const before = await services.reports.narratives(round.id, unit.id)
    if (before.version !== body.base) return refuse('outdated', { sent: body.base, current: before.version })
    const merged = Object.entries({ ...before.cells, ...read.cells }).filter(([, value]) => !isBlank(value))
    const next = { version: before.version + 1, cells: Object.fromEntries(merged) }
    const log = {
      at: services.now(),
      by: caller.actor,
      what: 'reportEdited',
      facts: { unit: unit.id, cells: Object.keys(read.cells) },
    }
    return (await services.reports.saveNarratives(round.id, unit.id, next, log))
      ? ok({ version: next.version })
      : refuse('busy', undefined)
  })

/** Figures that go up are reviewed figures: no return below is provisional, each report below was accepted (W6). */
const notReviewed = async ({ reports }: Services, { round, unit, members }: ReportView) => {
  const isReviewed = async (member: Figures): Promise<boolean> => {
    if (member.scope !== 'below' || member.state !== 'handedIn') return member.state !== 'provisional'
    return reportStageOf(member, await reports.reportReview(round.id, unit.id, member.unit)) === 'accepted'
  }
  const reviewed = await Promise.all(members.map(isReviewed))
  const waiting = members.filter((_, at) => reviewed[at] === false)
  return waiting.length === 0
    ? undefined
    : refuse('notAllReviewed', { count: waiting.length }, { facts: { units: waiting.map((one) => one.unit) } })
}

/** Figures that go up pass the checks of class A, and the recount of the revisions behind them (R10). */
const notInOrder = (view: ReportView, revisions: readonly Revision[]) => {
  const failed = [...checksOf(view).filter((finding) => finding.class === 'A'), ...provenSum(view, revisions)]
  const errors = failed.map(({ check, cells, message }) => ({
    check,
    ...(cells[0] === undefined ? {} : { cell: cells[0] }),
    message,
  }))
  return failed.length === 0 ? undefined : refuse('reportChecksFailed', { count: failed.length }, { errors })
}

const takesFigures: readonly RoundStage[] = ['open', 'closed', 'published']

/**
 * A middle unit hands its report up: from now on the unit above counts these figures, until they are handed in again.
 * Units that are missing are written down with it, and named again when the report above is published.
 */
export const handInReport = (services: Services) =>
  http(services, 'handInReport', async ({ round, unit, caller }) => {
    if (!takesFigures.includes(round.stage)) return refuse('roundNotOpen', { round: round.title, stage: round.stage })
    const above = collectorAbove(unit, round.owner)
    if (above === undefined) return refuse('nothingToHandIn', undefined)
    const view = await loadReport(services, round, unit, 'wholeTree')
    const { report } = view
    if (report.unitsIn === 0) return refuse('nothingToHandIn', undefined)
    const refused = (await notReviewed(services, view)) ?? notInOrder(view, await revisionsBehind(services, view))
    if (refused !== undefined) return refused
    const at = services.now()
    const figures = { ...asMember(report), state: 'handedIn' as const, submittedAt: at, by: caller.actor }
    const missing = view.missing.map((one) => one.unit)
    const log = { at, by: caller.actor, what: 'handedIn', facts: { unit: unit.id, hash: report.hash, missing } }
    return (await services.reports.handIn(report, { collector: above, figures }, log, missing))
      ? ok({ hash: report.hash, at })
      : refuse('busy', undefined)
  })

export const publishReport = (services: Services) =>
  http(services, 'publishReport', async ({ round, body, caller }) => {
    const next = publish(round)
    if (!next.ok) return next
    const unit = await services.units.unit(round.owner)
    if (unit === undefined) return refuse('notFound', { what: round.owner })
    const view = await loadReport(services, round, unit, 'wholeTree')
    const waiting = await notReviewed(services, view)
    if (waiting !== undefined) return waiting
    const unnamed = view.missing.filter((one) => !body.missing.includes(one.unit))
    if (unnamed.length > 0)
      return refuse(
        'missingNotAcknowledged',
        { count: unnamed.length },
        { facts: { units: unnamed.map((one) => one.unit) } },
      )
    const revisions = await revisionsBehind(services, view)
    const failed = notInOrder(view, revisions)
    if (failed !== undefined) return failed
    const { narratives } = view
    const before = round.edition === 0 ? undefined : await services.reports.edition(round.id, round.edition)
    const at = services.now()
    const unsealed = {
      edition: next.value.edition,
      report: view.report,
      narratives: narratives.cells,
      lists: joinedLists(
        view.form,
        revisions.map((revision) => ({ unit: revision.unit, lists: revision.cells })),
      ),
      returns: view.returns.map(({ lists: _lists, state: _state, ...counted }) => counted),
      missing: view.missing.map((one) => one.unit),
      publishedAt: at,
      by: caller.actor,
    }
    if (
      before !== undefined &&
      before.report.hash === view.report.hash &&
      canonicalJson(before.narratives) === canonicalJson(narratives.cells)
    )
      return refuse('unchanged', undefined)
    const edition: Edition = { ...unsealed, hash: sealOf(unsealed, services.hash) }
    const history = { year: round.year, form: view.form.id, cells: { ...view.report.figures, ...narratives.cells } }
    const log = { at, by: caller.actor, what: 'published', facts: { edition: edition.edition, hash: edition.hash } }
    const changes =
      before === undefined
        ? []
        : changesBetween(
            { ...before.report.figures, ...before.narratives },
            { ...view.report.figures, ...narratives.cells },
          )
    const besides = [
      ...archived(unit, {
        year: round.year,
        form: view.form.id,
        at,
        published: { round: round.id, title: round.title, edition: edition.edition, hash: edition.hash },
      }),
      ...(await publishedLetters(services, view, edition, changes)),
    ]
    const saved = await services.reports.publish(
      { before: round, after: { ...next.value } },
      edition,
      history,
      log,
      next.value.version,
      besides,
    )
    if (!saved) return refuse('busy', undefined)
    return ok({
      edition: edition.edition,
      hash: edition.hash,
      publishedAt: at,
      changes: changes.map((change) => ({ ...change })),
    })
  })
