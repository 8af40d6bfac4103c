/*
 * What the issuer remembers (sessions, grants, refresh tokens, codes), in one file of the data folder, so that a
 * restart signs nobody out. Few people, one process: the file is written whole after each change.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  /** The machine's clock, milliseconds since 1970. */
  readonly until: number
}

export interface IssuerStore {
  readonly adapter: AdapterFactory
  /** Forgets everybody: no session and no refresh token holds any longer. */
  readonly forget: () => void
}

const longestMs = 365 * 86_400_000

const read = (file: string): Map<string, Kept> => {
  try {
    return new Map<string, Kept>(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return new Map()
  }
}

/** Opens the issuer's store of a data folder. */
export const openIssuerStore = (dataFolder: string, machineMs: () => number = Date.now): IssuerStore => {
  mkdirSync(dataFolder, { recursive: true })
  const file = join(dataFolder, 'sign-ins.json')
  const kept = read(file)
  const write = (): void => {
    const now = machineMs()
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key)
    writeFileSync(`${file}.new`, JSON.stringify([...kept]), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  const adapter = (name: string): Adapter => {
    const keyOf = (id: string): string => `${name}:${id}`
    const live = (key: string): AdapterPayload | undefined => {
      const found = kept.get(key)
      return found === undefined || found.until <= machineMs() ? undefined : found.payload
    }
    const findBy = (is: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      const [key] = [...kept].find(([each, { payload }]) => each.startsWith(`${name}:`) && is(payload)) ?? []
      return key === undefined ? undefined : live(key)
    }
    return {
      upsert: async (id, payload, seconds) => {
        kept.set(keyOf(id), { payload, until: machineMs() + (seconds === undefined ? longestMs : seconds * 1000) })
        write()
      },
      find: async (id) => live(keyOf(id)),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: async (code) => findBy((payload) => payload.userCode === code),
      consume: async (id) => {
        const found = kept.get(keyOf(id))
        if (found === undefined) return
        const consumed = Math.floor(machineMs() / 1000)
        kept.set(keyOf(id), { ...found, payload: { ...found.payload, consumed } })
        write()
      },
      destroy: async (id) => {
        kept.delete(keyOf(id))
        write()
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
        write()
      },
    }
  }
  return {
    adapter,
    forget: () => {
      kept.clear()
      write()
    },
  }
}
