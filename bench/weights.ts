/* Bundles of ours and of the bare handlers, by the same options, and what they weigh. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

/** The bundle of `documents`, and one of the libraries behind a Word file alone. */
export const documentsAndLibraries = async (folder: string): Promise<Bundles> => ({
  ours: await buildBundle('documents', here(`../functions/${functions.documents.entry}`), join(folder, 'ours')),
  bare: await buildBundle('document-libraries', here('./bare/document-libraries.ts'), join(folder, 'bare')),
})

/* As esbuild writes them when it minifies: `from"./x.mjs"`, `import"./x.mjs"`, and `import("./x.mjs")` for later. */
const importsAtStart = /(?:\bfrom|\bimport)"(\.[^"]+)"/g
const allImports = /(?:\bfrom|\bimport\(?)"(\.[^"]+)"/g

const filesOf = (file: string, imports: RegExp, found = new Set<string>()): ReadonlySet<string> => {
  if (found.has(file)) return found
  found.add(file)
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    filesOf(join(dirname(file), path), imports, found)
  }
  return found
}

const gzipped = (files: ReadonlySet<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0)

export interface Weight {
  /** Bytes, gzip level 9, of the files that a start loads. */
  readonly atStart: number
  /** And with those that are loaded when something first needs them. */
  readonly whole: number
}

export const weightOf = (bundle: string): Weight => ({
  atStart: gzipped(filesOf(bundle, importsAtStart)),
  whole: gzipped(filesOf(bundle, allImports)),
})
