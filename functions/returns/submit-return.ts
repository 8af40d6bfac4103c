/*
 * Handing in: the checks must be settled, then revision, receipt, figures, letters and log are one transaction.
 * Pressing twice, or two people at once, gives the first receipt and one revision.
 */
import type { Finding } from '../../shared/form/finding.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import type { SubmissionFacts } from '../../shared/return/handed-in.ts'
import { correctionOf, submit } from '../../shared/return/moves.ts'
import type { Actor, Receipt, SignOff } from '../../shared/return/return.ts'
import { hashOf, type Revision } from '../../shared/return/revision.ts'
import { unsettled } from '../../shared/return/unsettled.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import type { Instant } from '../../shared/time.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'
import { assessed, firstTimeliness, listsIn, numbersOf, standingReasons, summaryOf } from './answers.ts'
import { withoutRemovedRows } from './draft-parts.ts'
import { lettersTo, reportersOf } from './letters.ts'
import { cellsNow, changeReturn, type Decision, type Situation } from './situation.ts'

interface Submission {
  readonly version: number
  readonly signOff: SignOff
  readonly by: Actor
  readonly at: Instant
  readonly people: readonly StoredPerson[]
}

/** On time by the first submission; a correction by its own due moment (product W2). */
const timelinessOf = (situation: Situation, at: Instant): Receipt['timeliness'] => {
  const { stored } = situation
  const correction = correctionOf(stored.head?.now)
  if (correction !== undefined && stored.head?.now.firstSubmittedAt !== undefined)
    return at < correction.dueAt ? 'onTime' : 'late'
  return firstTimeliness(situation, at)
}

const revisionOf = (
  situation: Situation,
  { signOff, by, at }: Submission,
  findings: readonly Finding[],
  hash: (text: string) => string,
): Revision => {
  const { round, unit, stored, form, due } = situation
  const history = stored.head?.now
  const n = (history?.revisions ?? 0) + 1
  const unsealed: Revision = {
    round: round.id,
    unit: unit.id,
    revision: n,
    forms: [`${form.id}@${form.version}`],
    cells: cellsNow(situation),
    reasons: Object.values(standingReasons(stored.reasons, findings)),
    signOff,
    at,
    by,
    previous: history?.head ?? '',
    receipt: {
      number: `${round.id}-${unit.id}-${n}`,
      revision: n,
      submittedAt: at,
      dueAt: due.dueAt,
      timeliness: timelinessOf(situation, at),
      hash: '',
      version: history?.version ?? 0,
    },
  }
  return { ...unsealed, receipt: { ...unsealed.receipt, hash: hashOf(unsealed, hash) } }
}

const factsOf = (situation: Situation, findings: readonly Finding[]): SubmissionFacts => {
  const { round, unit, stored, draft } = situation
  const explained = (of: Finding['class']): number =>
    findings.filter((finding) => finding.class === of && stored.reasons[finding.key] !== undefined).length
  return {
    dueAt: stored.extension?.dueAt ?? originalDueOf(round, unit).dueAt,
    explained: { B: explained('B'), C: explained('C') },
    filledAtOnce: Object.values(draft).filter(({ v, how }) => v !== null && (how === 'zero' || how === 'nil')).length,
  }
}

/** The receipt that this version has already got, if it has. */
const receiptAgain = ({ stored }: Situation, version: number): Receipt | undefined => {
  const now = stored.head?.now
  return now !== undefined && 'receipt' in now && now.receipt.version === version ? now.receipt : undefined
}

const decideSubmission = (
  situation: Situation,
  submission: Submission,
  hash: (text: string) => string,
): Result<Decision<Receipt>> => {
  const { round, unit, place, stored, form, due } = situation
  const { version, by, at, people } = submission
  const again = receiptAgain(situation, version)
  if (again !== undefined) return ok({ answer: ok(again) })
  const assessment = assessed(situation, cellsNow(situation))
  const revision = revisionOf(situation, submission, assessment.findings, hash)
  const judged = firstTimeliness(situation, at)
  const next = submit(stored.head?.now, round, by, revision.receipt, judged, factsOf(situation, assessment.findings))
  if (!next.ok) return next
  const current = stored.head?.now.version ?? 0
  if (version !== current) return refuse('outdated', { sent: version, current })
  const open = unsettled(assessment.findings, (key) => stored.reasons[key]?.text)
  if (open.length > 0) {
    const errors = open.map(({ check, cells, message }) => ({
      check,
      ...(cells[0] === undefined ? {} : { cell: cells[0] }),
      message,
    }))
    return refuse('checksFailed', { count: open.length }, { errors })
  }
  const occasion = { round, unit, place, due, at, what: 'receipt', which: String(revision.revision) }
  return ok({
    answer: ok(revision.receipt),
    write: {
      move: 'submit',
      head: {
        unit: unit.id,
        collector: place.collector,
        now: next.value,
        summary: summaryOf(assessment, stored.reasons),
        lastActivityAt: at,
      },
      revision,
      parts: withoutRemovedRows(form, situation.draft),
      figures: {
        unit: unit.id,
        scope: 'own',
        state: 'provisional',
        cells: numbersOf(form, revision.cells),
        lists: listsIn(form, revision.cells),
        revision: revision.revision,
        hash: revision.receipt.hash,
        submittedAt: at,
        by,
        timeliness: judged,
        unitsIn: 1,
      },
      letters: lettersTo(people, occasion, {
        kind: 'receipt',
        receipt: revision.receipt,
        ...(by.onBehalf === true ? { onBehalf: by.name } : {}),
      }),
      log: {
        at,
        by,
        what: 'submitted',
        facts: { revision: revision.revision, hash: revision.receipt.hash, timeliness: revision.receipt.timeliness },
      },
    },
  })
}

export const submitReturn = (services: Services) =>
  http(services, 'submitReturn', async ({ round, unit, body, caller }) => {
    const people = await reportersOf(services, unit)
    const by = caller.actorFor(unit.id)
    return changeReturn(services, { round, unit }, (situation) =>
      decideSubmission(situation, { ...body, by, at: services.now(), people }, services.hash),
    )
  })
