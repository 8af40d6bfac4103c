/*
 * An open return, put together: what waits (waiting.ts), what is shown (shown.ts), what is sent (saving.ts), what this
 * browser keeps (keeping.ts) and what can be taken back (undo.ts). The browser itself is handed in.
 */
import { computed, signal, batch as together } from '@preact/signals'
import { isBlank } from '../../shared/form/cells.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import { type Live, liveAssessment } from '../../shared/return/live.ts'
import type { Answered, ReturnAnswer, SavedAnswer } from '../api/client.ts'
import { noAnswer, type Problem, problemOf } from '../api/problem.ts'
import { language } from '../language.ts'
import { besideOf, lastYearCells } from './beside.ts'
import { editsOf } from './edits.ts'
import { givenReasons } from './given-reasons.ts'
import { keepingOf } from './keeping.ts'
import type { Kept, Owner } from './kept.ts'
import type { CellState, OpenReturn, Saving } from './open-return.ts'
import { stateOf } from './reading.ts'
import { type PatchBody, type SavingControl, savingOf } from './saving.ts'
import { say } from './saving-words.ts'
import { showingOf } from './showing.ts'
import { shownOf } from './shown.ts'
import { cellsIn, changesIn } from './stale.ts'
import { type Held, waitingOf } from './waiting.ts'

export interface Target {
  readonly round: string
  readonly unit: string
}

/** The browser, as far as an open return touches it. What begins with `on` answers with its end. */
export interface Surroundings {
  readonly get: (target: Target, signal?: AbortSignal) => Promise<Answered<ReturnAnswer>>
  readonly patch: (target: Target, body: PatchBody) => Promise<Answered<SavedAnswer>>
  readonly fill: (
    target: Target,
    body: { readonly section: string; readonly with: 'zero' | 'nil'; readonly base: number },
  ) => Promise<Answered<SavedAnswer>>
  readonly loadForm: (id: string) => Promise<Form | undefined>
  readonly kept: (owner: Owner) => Kept
  readonly after: (ms: number, run: () => void) => () => void
  readonly chance: () => number
  readonly onLine: (run: () => void) => () => void
  readonly onSignedIn: (run: () => void) => () => void
  readonly onHidden: (run: () => void) => () => void
  readonly onShown: (run: () => void) => () => void
}

interface Forms {
  readonly form: Form
  readonly lastForm: Form | undefined
}

const noForm = (): Problem => ({ code: 'gateway', status: 0, detail: say().noSuchForm, errors: [], facts: {} })

const formsOf = async ({ loadForm }: Surroundings, { round, lastYear }: ReturnAnswer): Promise<Answered<Forms>> => {
  try {
    const [form, lastForm] = await Promise.all([
      loadForm(round.forms.join('+')),
      lastYear === undefined ? undefined : loadForm(lastYear.form),
    ])
    return form === undefined ? { ok: false, problem: noForm() } : { ok: true, value: { form, lastForm } }
  } catch {
    return { ok: false, problem: noAnswer() }
  }
}

const heldIn = ({ cells, filled }: ReturnAnswer): Readonly<Record<Address, Held>> =>
  Object.fromEntries(
    Object.entries(cellsIn(cells)).map(([cell, value]) => {
      const how = filled[cell]
      return [cell, how === undefined ? { value } : { value, filled: how }]
    }),
  )

const assessmentOf = (first: ReturnAnswer, { form, lastForm }: Forms): Live =>
  liveAssessment(form, cellsIn(first.cells), {
    extraChecks: first.round.extraChecks,
    year: first.round.year,
    ...(lastForm === undefined ? {} : { lastYear: { form: lastForm, cells: lastYearCells(first) } }),
  })

const opened = (world: Surroundings, target: Target, first: ReturnAnswer, forms: Forms) => {
  const { form } = forms
  const { after } = world
  const answer = signal(first)
  const editable = computed(() => answer.value.may.edit)
  const live = assessmentOf(first, forms)
  const beside = besideOf(form, first)
  const showing = showingOf(() => ({ form, waiting, after, showCells: shown.showCells, showValues: shown.showValues }))
  const waiting = waitingOf(first.you.id, showing.touched)
  const reasons = givenReasons((key) => keeping.changed({ key }))
  const kept = world.kept({ person: first.you.id, ...target })
  const keeping = keepingOf({ kept, waiting, reasons, after })
  const show = (typing?: Address): void => {
    for (const cell of showing.show(typing)) keeping.changed({ cell })
  }

  const take = (now: ReturnAnswer, isReset: boolean): void => {
    /* An answer that was overtaken by a save. */
    if (now.version < waiting.version() && !isReset) return
    together(() => {
      answer.value = now
      beside.read(now)
      waiting.read(heldIn(now), now.version, isReset)
      reasons.read(now.checks)
      show()
      shown.showReasons()
    })
  }
  const reread = async (isReset: boolean): Promise<void> => {
    const got = await world.get(target)
    if (got.ok) take(got.value, isReset)
  }
  const saving: SavingControl = savingOf({
    waiting,
    reasons,
    reread,
    after,
    standing: () => new Set(live.findings().map(({ key }) => key)),
    patch: (body) => world.patch(target, body),
    keep: keeping.now,
    chance: world.chance,
    show: () => {
      show()
      shown.showReasons()
    },
    stands: (version) => {
      const before = answer.peek()
      if (before.version === version) return
      answer.value = { ...before, version }
      /* The first save begins the return, or goes on with one that was sent back: what may be done with it changes. */
      if (before.stage !== 'drafting') void saving.alone(() => reread(false))
    },
  })
  const edits = editsOf({ form, waiting, isEditable: () => editable.peek(), show, soon: saving.soon })
  const shown = shownOf<CellState>({
    form,
    live,
    conflict: waiting.conflict,
    reason: reasons.textOf,
    filledCells: waiting.cells,
    state: (cell) =>
      stateOf(form, cell, waiting.content(cell), waiting.held(cell), edits.typed(cell), edits.wantsYes(cell)),
    isThere: (cell) => {
      const content = waiting.content(cell)
      return 'text' in content || !isBlank(content.value) || waiting.conflict(cell) !== undefined
    },
  })

  waiting.read(heldIn(first), first.version)
  reasons.read(first.checks)
  show()
  shown.showReasons()
  return {
    answer,
    editable,
    beside,
    waiting,
    reasons,
    keeping,
    show,
    reread,
    saving,
    edits,
    shown,
    form,
    target,
    world,
  }
}

type Parts = ReturnType<typeof opened>

/** What an earlier window left in this browser comes back, and is sent. */
const takeBack = async ({ keeping, waiting, reasons, show, shown, saving }: Parts): Promise<void> => {
  for (const item of await keeping.read())
    if ('cell' in item) waiting.takeBack(item.cell, item.entry, item.entry.base, item.entry.tried)
    else reasons.takeBack(item.key, item.reason)
  show()
  shown.showReasons()
  if (waiting.entries().size + reasons.waiting().size > 0) saving.soon(0)
}

const sentenceOf = (saving: Saving): string | undefined => {
  switch (saving.state) {
    case 'offline':
      return noAnswer().detail
    case 'signedOut':
      return problemOf(401, undefined).detail
    case 'refused':
      return saving.detail
    default:
      return undefined
  }
}

const fillOf =
  ({ saving, world, target, waiting, edits, show, shown }: Parts): OpenReturn['fill'] =>
  async (section, how) => {
    /* What waits is no blank: the server must know of it first. */
    const inTheWay = sentenceOf(await saving.flush())
    if (inTheWay !== undefined) return inTheWay
    return saving.alone(async () => {
      const filled = await world.fill(target, { section, with: how, base: waiting.version() })
      if (!filled.ok) return filled.problem.detail
      const changes = changesIn(filled.value.others).filter((change) => change.filled === how)
      edits.note(changes.map(({ cell, value }) => ({ cell, before: waiting.content(cell), after: { value } })))
      together(() => {
        saving.take(filled.value)
        show()
        shown.showReasons()
      })
      return undefined
    })
  }

/** Listens to the browser; answers with the end of it. */
const listening = ({ world, saving, keeping, reread, shown }: Parts): (() => void) => {
  const ends = [
    world.onLine(() => saving.again('offline')),
    world.onSignedIn(() => saving.again('signedOut')),
    world.onHidden(() => {
      void keeping.now()
      void saving.flush()
    }),
    world.onShown(() => void saving.alone(() => reread(false))),
    language.subscribe(shown.showAll),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Opens a return in these surroundings: its form, what the server has, and what this browser has kept. */
export const openedReturn = async (world: Surroundings, target: Target): Promise<Answered<OpenReturn>> => {
  const got = await world.get(target)
  if (!got.ok) return got
  const forms = await formsOf(world, got.value)
  if (!forms.ok) return forms
  const parts = opened(world, target, got.value, forms.value)
  await takeBack(parts)
  const stopListening = listening(parts)
  const { answer, editable, beside, reasons, keeping, reread, saving, edits, shown, form } = parts
  const { typed: _typed, wantsYes: _wantsYes, note: _note, ...doing } = edits
  return {
    ok: true,
    value: {
      ...target,
      ...doing,
      form,
      answer,
      editable,
      cell: shown.cell,
      computed: shown.computed,
      mark: shown.mark,
      conflict: shown.conflict,
      listRows: shown.listRows,
      findings: shown.findings,
      sections: shown.sections,
      lastYear: beside.lastYear,
      comments: beside.comments,
      giveReason: (finding, text) => {
        reasons.give(finding, text)
        shown.showReasons()
        saving.soon(400)
      },
      saving: saving.saving,
      keepsInBrowser: keeping.works,
      fill: fillOf(parts),
      flush: saving.flush,
      refresh: () => saving.alone(() => reread(false)),
      close: () => {
        stopListening()
        void keeping.now()
        void saving.flush().then(saving.stop)
      },
    },
  }
}
