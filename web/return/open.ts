/* Opening a return in this window: the parts of opened.ts with the browser around them. */
import { effect } from '@preact/signals'
import { type Answered, call } from '../api/client.ts'
import { getReturn } from '../page/early.ts'
import { session } from '../sign-in/session.ts'
import { keptInBrowser } from './kept.ts'
import { loadForm } from './load-form.ts'
import type { OpenReturn } from './open-return.ts'
import { openedReturn } from './opened.ts'
import type { Surroundings } from './surroundings.ts'

const onEvents = (target: EventTarget, names: readonly string[], run: () => void): (() => void) => {
  for (const name of names) target.addEventListener(name, run)
  return () => {
    for (const name of names) target.removeEventListener(name, run)
  }
}

/* A click is answered within it, even on a slow computer that is in the middle of one check. */
const sliceMs = 16

const inBrowser: Surroundings = {
  get: getReturn,
  patch: (path, body) => call('patchReturn', { path, body: { ...body, cells: { ...body.cells } } }),
  fill: (path, body) => call('fillReturn', { path, body }),
  loadForm,
  kept: (owner) => keptInBrowser(owner, Date.now, Math.random()),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  chance: Math.random,
  inSlices: async (work) => {
    let end = performance.now() + sliceMs
    while (work()) {
      if (performance.now() < end) continue
      await new Promise((resolve) => setTimeout(resolve))
      end = performance.now() + sliceMs
    }
  },
  onLine: (run) => onEvents(window, ['online'], run),
  onSignedIn: (run) =>
    effect(() => {
      if (session.value.state === 'signedIn') run()
    }),
  /* A page may be thrown away once it is hidden, without another word. */
  onHidden: (run) => {
    const ends = [
      onEvents(window, ['pagehide'], run),
      onEvents(document, ['visibilitychange'], () => {
        if (document.visibilityState === 'hidden') run()
      }),
    ]
    return () => {
      for (const end of ends) end()
    }
  },
  onShown: (run) =>
    onEvents(document, ['visibilitychange'], () => {
      if (document.visibilityState === 'visible') run()
    }),
}

/** Opens a return; what waits in this browser from an earlier window comes back and is sent. */
export const openReturn = (target: { readonly round: string; readonly unit: string }): Promise<Answered<OpenReturn>> =>
  openedReturn(inBrowser, target)
