/* Windows of somebody's browser, for the tests of the page: a line that can be cut or lose answers, and what is kept. */
import type { Answered } from '../../api/client.ts'
import { noAnswer, problemOf } from '../../api/problem.ts'
import { type Kept, type KeptItem, nameOf, newestOf } from '../kept.ts'
import type { Surroundings } from '../surroundings.ts'
import type { handClock } from './hand-clock.ts'
import { form, type ReturnServer } from './return-server.ts'

export type Line = 'open' | 'cut' | 'answersLost' | 'signedOut'

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
    inSlices: async (work) => {
      while (work());
    },
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
