/*
 * An open return, put together: what waits (waiting.ts), what is shown (shown.ts), what is sent (saving.ts), what this
 * browser keeps (keeping.ts) and what can be taken back (undo.ts). The browser itself is handed in.
 */
import { computed, signal, batch as together } from '@preact/signals'
import { isBlank } from '../../shared/form/cells.ts'
import type { Address } from '../../shared/form/form.ts'
import { type Live, liveAssessment } from '../../shared/return/live.ts'
import type { Answered, ReturnAnswer } from '../api/client.ts'
import { noAnswer } from '../api/problem.ts'
import { language } from '../language.ts'
import { besideOf, lastYearCells } from './beside.ts'
import { editsOf } from './edits.ts'
import { givenReasons } from './given-reasons.ts'
import { keepingOf } from './keeping.ts'
import type { CellState, OpenReturn, Untaken } from './open-return.ts'
import { stateOf } from './reading.ts'
import { type SavingControl, savingOf } from './saving.ts'
import { showingOf } from './showing.ts'
import { shownOf } from './shown.ts'
import { cellsIn } from './stale.ts'
import { type Forms, formsOf, type Surroundings, type Target } from './surroundings.ts'
import { untakenIn } from './untaken.ts'
import { type Held, waitingOf } from './waiting.ts'

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

const opened = (world: Surroundings, target: Target, first: ReturnAnswer, forms: Forms, live: Live) => {
  const { form } = forms
  const { after } = world
  const answer = signal(first)
  const editable = computed(() => answer.value.may.edit)
  const beside = besideOf(form, first)
  const showing = showingOf(() => ({ form, waiting, after, ...shown }))
  const waiting = waitingOf(first.you.id, showing.touched)
  const reasons = givenReasons((key) => keeping.changed({ key }))
  const kept = world.kept({ person: first.you.id, ...target })
  const keeping = keepingOf({ kept, waiting, reasons, after })
  const show = (typing?: Address): void => {
    for (const cell of showing.show(typing)) keeping.changed({ cell })
  }

  const untaken = signal<readonly Untaken[]>([])
  /** What an answer has changed: reasons may stand in it as well. */
  const showAnswer = (): void => {
    show()
    shown.showReasons()
    untaken.value = editable.peek() ? [] : untakenIn(waiting, reasons)
  }
  /* What cannot be saved is not shown as if it were: the cells are the server's, and what waits stands apart. */
  const setAside = (is: boolean): void => {
    if (is) edits.stop()
    waiting.setAside(is)
    reasons.setAside(is)
  }
  const take = (now: ReturnAnswer, isReset: boolean): void => {
    /* An answer that was overtaken by a save. */
    if (now.version < waiting.version() && !isReset) return
    together(() => {
      answer.value = now
      beside.read(now)
      setAside(!now.may.edit)
      waiting.read(heldIn(now), now.version, isReset)
      reasons.read(now.checks)
      showAnswer()
    })
    if (now.may.edit && waiting.entries().size + reasons.waiting().size > 0) saving.soon(0)
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
    standing: () => new Map(live.findings().map((finding) => [finding.key, finding])),
    patch: (body) => world.patch(target, body),
    keep: keeping.now,
    chance: world.chance,
    show: () => showAnswer(),
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
    after,
    conflict: waiting.conflict,
    reason: (key) => ({ text: reasons.textOf(key), stands: reasons.stands(key) }),
    filledCells: waiting.cells,
    state: (cell) => stateOf(form, cell, waiting.content(cell), waiting.held(cell), edits.typed(cell)),
    isThere: (cell) => {
      const content = waiting.content(cell)
      return 'text' in content || !isBlank(content.value) || waiting.conflict(cell) !== undefined
    },
  })

  setAside(!first.may.edit)
  waiting.read(heldIn(first), first.version)
  reasons.read(first.checks)
  showAnswer()
  return {
    answer,
    editable,
    untaken,
    beside,
    waiting,
    reasons,
    keeping,
    showAnswer,
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
const takeBack = async ({ keeping, waiting, reasons, showAnswer, saving }: Parts): Promise<void> => {
  for (const item of await keeping.read())
    if ('cell' in item) waiting.takeBack(item.cell, item.entry, item.entry.base, item.entry.tried)
    else reasons.takeBack(item.key, item.reason)
  showAnswer()
  if (waiting.entries().size + reasons.waiting().size > 0) saving.soon(0)
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
  const live = assessmentOf(got.value, forms.value)
  await world.inSlices(live.next)
  const parts = opened(world, target, got.value, forms.value, live)
  await takeBack(parts)
  const stopListening = listening(parts)
  const { answer, editable, beside, waiting, reasons, keeping, reread, saving, edits, shown, showAnswer, form } = parts
  const me = got.value.you.id
  const { typed: _typed, stop: _stop, note, ...doing } = edits
  return {
    ok: true,
    value: {
      ...target,
      ...doing,
      /* Whoever has left a cell takes it for done. */
      leave: (address) => {
        doing.leave(address)
        void keeping.now()
      },
      form,
      answer,
      editable,
      cell: shown.cell,
      computed: shown.computed,
      mark: shown.mark,
      conflict: shown.conflict,
      disputed: shown.disputed,
      look: shown.look,
      total: shown.total,
      watch: shown.watch,
      listRows: shown.listRows,
      findings: shown.findings,
      sections: shown.sections,
      overview: shown.overview,
      lastYear: beside.lastYear,
      comments: beside.comments,
      giveReason: (finding, text) => {
        if (!editable.peek()) return
        reasons.give(finding, text)
        shown.showReasons()
        saving.soon(400)
      },
      saving: saving.saving,
      keepsInBrowser: keeping.works,
      untaken: parts.untaken,
      forget: () => {
        waiting.forget()
        reasons.forget()
        showAnswer()
        void keeping.now()
      },
      fill: async (section, how) => {
        const part = await import('./fill-section.ts').catch(() => undefined)
        if (part === undefined) return { detail: noAnswer().detail }
        return part.fillOf({ world, target, me, waiting, saving, note, show: showAnswer })(section, how)
      },
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
