/* A server of one return in memory, for the tests of the page: it merges as the real one does (shared/return). */
import type { Cells } from '../../../shared/form/cells.ts'
import { fillSection } from '../../../shared/form/fill.ts'
import { joinForms } from '../../../shared/form/forms.ts'
import { assess } from '../../../shared/return/assess.ts'
import { cellsOf, changedSince, type Draft, type Mark, mergeCells } from '../../../shared/return/merge.ts'
import { instant } from '../../../shared/time.ts'
import type { Answered, ReturnAnswer, SavedAnswer } from '../../api/client.ts'
import type { Problem } from '../../api/problem.ts'
import type { PatchBody } from '../saving.ts'

export const form = joinForms(['ogi-2019', 'police-supplement'])
const at = instant('2020-01-20T14:02:00+08:00')

const problem = (code: Problem['code'], facts: object = {}, errors: Problem['errors'] = [], status = 409): Problem => ({
  code,
  status,
  detail: `refused: ${code}`,
  errors,
  facts: { ...facts },
})

export const returnServer = () => {
  let draft: Draft = {}
  let version = 0
  let stage: 'notStarted' | 'drafting' | 'submitted' = 'notStarted'
  let refusal: ((body: PatchBody) => Problem | undefined) | undefined
  const reasons = new Map<string, string>()
  const log: PatchBody[] = []

  const assessed = () => assess(form, cellsOf(draft), { extraChecks: [] })
  const checks = () =>
    assessed().findings.map((finding) => {
      const reason = reasons.get(finding.key)
      return { ...finding, cells: [...finding.cells], passages: undefined, ...(reason === undefined ? {} : { reason }) }
    })
  const write = (base: number, seen: number, cells: Cells, mark: Pick<Mark, 'by' | 'how'>) => {
    const { changed, stale } = mergeCells({
      draft,
      base,
      sent: cells,
      mark: { n: version + 1, at, by: mark.by, ...(mark.how === undefined ? {} : { how: mark.how }) },
      isRow: () => false,
    })
    draft = { ...draft, ...changed }
    if (Object.keys(changed).length > 0) version += 1
    stage = 'drafting'
    const known = new Set([...(mark.how === undefined ? Object.keys(changed) : []), ...stale.map(({ cell }) => cell)])
    return { stale, others: changedSince(draft, seen, known).map((one) => ({ ...one })) }
  }
  const saved = (others: SavedAnswer['others']): SavedAnswer => {
    const { computed, incomplete, filled, total } = assessed()
    return { at, version, others, computed, incomplete: [...incomplete], checks: checks(), progress: { filled, total } }
  }

  const read = (person: string): ReturnAnswer => ({
    round: {
      id: 'round',
      title: 'Round',
      year: 2019,
      forms: ['ogi-2019', 'police-supplement'],
      extraChecks: [],
      statutory: false,
      stage: 'open',
      zone: 'Asia/Shanghai',
    },
    unit: { id: 'unit', name: { zh: '某局', en: 'A bureau' }, shortName: { zh: '某', en: 'A' } },
    collector: { zh: '某市局', en: 'A city bureau' },
    you: { id: person, name: person },
    may: { edit: stage !== 'submitted', submit: stage === 'drafting', withdraw: stage === 'submitted' },
    ask: [],
    stage,
    version,
    cells: cellsOf(draft),
    computed: {},
    incomplete: [],
    filled: Object.fromEntries(
      Object.entries(draft).flatMap(([cell, { how }]) => (how === undefined ? [] : [[cell, how]])),
    ),
    checks: checks(),
    reasons: [],
    comments: [],
    due: { dueAt: at, why: 'round', inWords: '', left: '', isDayOff: false },
    revisions: 0,
    head: '',
  })

  const patch = (person: string, body: PatchBody): Answered<SavedAnswer> => {
    log.push(body)
    const refused = stage === 'submitted' ? problem('notEditable') : refusal?.(body)
    if (refused !== undefined) return { ok: false, problem: refused }
    if (body.base > version) return { ok: false, problem: problem('unknownVersion') }
    const { stale, others } = write(body.base, body.base, body.cells as Cells, { by: { id: person, name: person } })
    for (const { check, cell, text } of body.reasons ?? []) {
      const finding = assessed().findings.find((one) => one.check === check && one.cells.includes(cell))
      if (finding !== undefined) reasons.set(finding.key, text)
    }
    return stale.length === 0
      ? { ok: true, value: saved(others) }
      : { ok: false, problem: problem('staleCells', { version, stale, others }) }
  }
  const fill = (
    person: string,
    body: { section: string; with: 'zero' | 'nil'; base: number },
  ): Answered<SavedAnswer> => {
    const filled = fillSection(form, body.section, body.with, cellsOf(draft))
    if (!filled.ok) return { ok: false, problem: problem('nilWouldOverwrite') }
    const { others } = write(version, body.base, filled.cells, { by: { id: person, name: person }, how: body.with })
    return { ok: true, value: saved(others) }
  }
  return {
    cells: () => cellsOf(draft),
    version: () => version,
    log,
    read,
    patch,
    fill,
    /** Somebody elsewhere changes cells. */
    changeBy: (person: string, cells: Cells) =>
      void write(version, version, cells, { by: { id: person, name: person } }),
    submit: () => {
      stage = 'submitted'
      version += 1
    },
    reopen: () => {
      stage = 'drafting'
      version += 1
    },
    reasons: () => [...reasons.values()],
    refuse: (how: ((body: PatchBody) => Problem | undefined) | undefined) => {
      refusal = how
    },
    reset: () => {
      draft = {}
      version = 0
    },
  }
}

export type ReturnServer = ReturnType<typeof returnServer>
export const refusedAs = problem
