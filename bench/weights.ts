/* Bundles of ours and of the bare handlers, by the same options, and what they weigh. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { functions } from '../functions/manifest.ts'
import { buildBundle } from '../local/bundles.ts'

export const httpFunctions = ['returns', 'rounds', 'reports', 'documents'] as const
export type HttpFunction = (typeof httpFunctions)[number]

export interface Bundles {
  readonly ours: string
  readonly bare: string
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds the bundles of one function and of its bare counterpart; answers where they lie. */
export const bundlesOf = async (name: HttpFunction, folder: string): Promise<Bundles> => ({
  ours: await buildBundle(name, here(`../functions/${functions[name].entry}`), join(folder, 'ours')),
  bare: await buildBundle(name, here(`./bare/${name}.ts`), join(folder, 'bare')),
})

/** Bytes of a bundle, gzip level 9. */
export const gzipped = (bundle: string): number => gzipSync(readFileSync(bundle), { level: 9 }).length
