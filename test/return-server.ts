/*
 * A server of one return in memory, for the tests of the page: it merges as the real one does (shared/return), and the
 * line to it can be cut, lose answers and let time pass. And a clock that goes when it is told to.
 */
import type { Cells } from '../shared/form/cells.ts'
import { fillSection } from '../shared/form/fill.ts'
import { joinForms } from '../shared/form/forms.ts'
import { assess } from '../shared/return/assess.ts'
import { cellsOf, changedSince, type Draft, type Mark, mergeCells } from '../shared/return/merge.ts'
import { instant } from '../shared/time.ts'
import type { Answered, ReturnAnswer, SavedAnswer } from '../web/api/client.ts'
import { noAnswer, type Problem, problemOf } from '../web/api/problem.ts'
import { type Kept, type KeptItem, nameOf, newestOf } from '../web/return/kept.ts'
import type { Surroundings } from '../web/return/opened.ts'
import type { PatchBody } from '../web/return/saving.ts'

export const form = joinForms(['ogi-2019', 'police-supplement'])
const at = instant('2020-01-20T14:02:00+08:00')

/** A clock that stands until `pass`: what was asked for later runs in its order. */
export const handClock = () => {
  let now = 0
  let number = 0
  const due = new Map<number, { at: number; run: () => void }>()
  return {
    after: (ms: number, run: () => void) => {
      number += 1
      const id = number
      due.set(id, { at: now + ms, run })
      return () => void due.delete(id)
    },
    waits: () => due.size,
    /** Lets time pass, and everything that comes of it. */
    pass: async (ms: number) => {
      const end = now + ms
      await settled()
      for (;;) {
        const [next] = [...due].filter(([, one]) => one.at <= end).sort(([a, x], [b, y]) => x.at - y.at || a - b)
        if (next === undefined) break
        now = Math.max(now, next[1].at)
        due.delete(next[0])
        next[1].run()
        await settled()
      }
      now = end
    },
  }
}

/** Until every promise that can go on has gone on. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
}

export type Line = 'open' | 'cut' | 'answersLost' | 'signedOut'

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

/** What a browser keeps for one person, window by window; `block` it, and nothing is kept any more. */
export const browserStore = () => {
  const rows = new Map<string, { readonly item: KeptItem; readonly at: number }>()
  let [isBlocked, windows, at] = [false, 0, 0]
  const guard = async () => {
    if (isBlocked) throw new Error('blocked')
  }
  return {
    names: () => [...rows.values()].map(({ item }) => nameOf(item)),
    block: () => {
      isBlocked = true
    },
    kept: (): Kept => {
      windows += 1
      const own = `${windows}`
      return {
        read: async () => {
          await guard()
          const newest = newestOf([...rows])
          for (const [name, [key, row]] of newest) {
            rows.delete(key)
            rows.set(`${own} ${name}`, row)
          }
          return [...newest.values()].map(([, { item }]) => structuredClone(item))
        },
        write: async (changes) => {
          await guard()
          at += 1
          for (const [name, item] of changes)
            if (item === undefined) rows.delete(`${own} ${name}`)
            /* A copy, as IndexedDB makes one. */ else rows.set(`${own} ${name}`, { item: structuredClone(item), at })
        },
      }
    },
  }
}

/** A window of somebody's browser on the server, with a line of its own. */
export const windowOf = (
  server: ReturnServer,
  person: string,
  clock: ReturnType<typeof handClock>,
  store = browserStore(),
) => {
  let line: Line = 'open'
  let isKilled = false
  const never = new Promise<never>(() => undefined)
  const on = { line: new Set<() => void>(), signedIn: new Set<() => void>(), hidden: new Set<() => void>() }
  const listen = (set: Set<() => void>) => (run: () => void) => {
    set.add(run)
    return () => void set.delete(run)
  }
  const through = async <T>(work: () => Answered<T>): Promise<Answered<T>> => {
    await Promise.resolve()
    if (isKilled) return never
    if (line === 'cut') return { ok: false, problem: noAnswer() }
    if (line === 'signedOut') return { ok: false, problem: problemOf(401, undefined) }
    const answer = structuredClone(work())
    await Promise.resolve()
    if (isKilled) return never
    return line === 'open' ? answer : { ok: false, problem: noAnswer() }
  }
  const surroundings: Surroundings = {
    get: () => through(() => ({ ok: true, value: server.read(person) })),
    patch: (_, body) => through(() => server.patch(person, structuredClone(body))),
    fill: (_, body) => through(() => server.fill(person, body)),
    loadForm: async () => form,
    kept: store.kept,
    after: (ms, run) => clock.after(ms, () => isKilled || run()),
    chance: () => 0.5,
    onLine: listen(on.line),
    onSignedIn: listen(on.signedIn),
    onHidden: listen(on.hidden),
    onShown: () => () => undefined,
  }
  return {
    surroundings,
    store,
    set: (state: Line) => {
      line = state
      if (state === 'open') for (const run of [...on.line, ...on.signedIn]) run()
    },
    /** The tab is gone: it hears and says nothing more. */
    kill: () => {
      isKilled = true
      for (const set of Object.values(on)) set.clear()
    },
    setQuietly: (state: Line) => {
      line = state
    },
  }
}
