/*
 * Units and people from a file (product W, decision 0028): everything that it changes and everything that is wrong with
 * it is named first; with a problem nothing is written. What it does not say stays as it is.
 */
import { ok, refuse } from '../../shared/refusal.ts'
import { type DirectoryPlan, directoryPlan } from '../../shared/unit/directory-changes.ts'
import { directoryEntries } from '../../shared/unit/directory-entries.ts'
import { type DirectoryProblem, directoryFaults } from '../../shared/unit/directory-problems.ts'
import { directoryRows, type FileSheet } from '../../shared/unit/directory-rows.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { type Caller, permitted } from '../pipeline/caller.ts'
import { http } from '../pipeline/http.ts'
import { scopeOf } from '../rounds/directory.ts'
import type { Services } from '../services.ts'
import { directoryFile } from './directory-file.ts'
import { type DirectoryPresent, directoryPresent } from './directory-present.ts'
import { writeDirectory } from './directory-writing.ts'

/* More would not be read by anybody; an answer of a Lambda has 6 MB. */
const mostProblems = 500
/* The function has 29 s. */
const longestMs = 22_000
/* A colleague's change in between is met by looking again. */
const looks = 3

const listed = (problems: readonly DirectoryProblem[]): DirectoryProblem[] =>
  problems.length <= mostProblems
    ? [...problems]
    : [...problems.slice(0, mostProblems), { message: directoryFaults.more(problems.length - mostProblems) }]

const answerOf = (plan: DirectoryPlan, saved: boolean) => ({
  saved,
  counts: plan.counts,
  changes: [...plan.changes],
  problems: listed(plan.problems),
})

const nothing = { unitsNew: 0, unitsChanged: 0, peopleNew: 0, peopleChanged: 0, unchanged: 0 }

interface Look {
  readonly plan: DirectoryPlan
  readonly present: DirectoryPresent
}

const lookAt = async (
  services: Services,
  caller: Caller,
  sheets: readonly FileSheet[],
  within: UnitId | undefined,
): Promise<Look | { readonly problems: readonly DirectoryProblem[] }> => {
  const read = directoryRows(sheets)
  const entries = directoryEntries(read.rows)
  /* Headings that nobody knows say nothing of the rows; too many rows are not looked up. */
  if (read.rows.length === 0) return { problems: read.problems }
  const present = await directoryPresent(services, caller, entries, within)
  const problems = [...read.problems, ...entries.problems]
  return { present, plan: directoryPlan({ ...entries, problems }, present) }
}

export const importDirectory = (services: Services) =>
  http(services, 'importDirectory', async ({ query, body, caller }) => {
    const began = performance.now()
    if (query.unit === undefined && scopeOf(caller).length === 0) return refuse('notYours', { what: 'importDirectory' })
    if (query.unit !== undefined) {
      const unit = await services.units.unit(query.unit)
      if (unit === undefined) return refuse('notFound', { what: query.unit })
      const allowed = await permitted(services, caller, 'importDirectory', unit)
      if (!allowed.ok) return allowed
    }
    const file = directoryFile(body)
    if (!file.ok) return refuse('workbookRefused', file.because)
    const id = services.newId()
    const isOver = () => performance.now() - began > longestMs
    let done = 0
    let first: DirectoryPlan | undefined
    for (let attempt = 1; ; attempt += 1) {
      const look = await lookAt(services, caller, file.value, query.unit)
      if (!('plan' in look)) return ok({ saved: false, counts: nothing, changes: [], problems: listed(look.problems) })
      const { plan, present } = look
      first ??= plan
      if (done === 0 && (plan.problems.length > 0 || query.preview === 'true')) return ok(answerOf(plan, false))
      const owed = plan.units.length + plan.people.length
      const written =
        plan.problems.length > 0 ? 0 : await writeDirectory({ services, caller, id, isOver }, plan, present)
      done += written
      if (written === owed && plan.problems.length === 0) return ok(answerOf(first, true))
      if (attempt === looks || isOver() || plan.problems.length > 0)
        return refuse('importBrokenOff', { done, left: owed - written })
    }
  })
