/*
 * The same bundles that are deployed, built with the same options and loaded into this process. The environment of
 * a function is read when it is loaded or first called, so `process.env` is set before.
 */
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { bundleOptions as shared } from '../functions/bundle-options.ts'

export type Handler = (event: unknown, context: unknown) => Promise<unknown>

/** The esbuild options for one entry file; without an output path. */
export const bundleOptions = (entry: string): BuildOptions => ({
  ...shared,
  entryPoints: [entry],
  mainFields: [...shared.mainFields],
  external: [...shared.external],
})

const modules = join(import.meta.dirname, '..', 'node_modules')

/* What is not bundled (a native module, fonts) is found from the bundle by Node's own way: a node_modules beside it. */
const nameModules = (folder: string): void => {
  const link = join(folder, 'node_modules')
  if (!existsSync(link)) symlinkSync(modules, link, 'junction')
}

/** Builds `entry` as `<outFolder>/<name>.mjs`, its parts in a folder beside it, and returns the path of the entry. */
export const buildBundle = async (name: string, entry: string, outFolder: string): Promise<string> => {
  await build({
    ...bundleOptions(entry),
    entryPoints: [{ in: entry, out: name }],
    chunkNames: `${name}-parts/[name]-[hash]`,
    outdir: outFolder,
    logLevel: 'error',
  })
  nameModules(outFolder)
  return join(outFolder, `${name}.mjs`)
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

let loads = 0

/** Loads a bundle afresh and returns its `handler`. Two loads share the state of its parts, not that of the entry. */
export const loadHandler = async (bundle: string): Promise<Handler> => {
  loads += 1
  const loaded: { handler?: unknown } = await import(`${pathToFileURL(bundle).href}?load=${loads}`)
  if (!isHandler(loaded.handler)) throw new Error(`${bundle} exports no handler`)
  return loaded.handler
}

/** Builds and loads every function: entry files by name in, handlers by name out. */
export const loadBundles = async (
  entries: Readonly<Record<string, string>>,
  outFolder: string,
): Promise<ReadonlyMap<string, Handler>> =>
  new Map(
    await Promise.all(
      Object.entries(entries).map(
        async ([name, entry]) => [name, await loadHandler(await buildBundle(name, entry, outFolder))] as const,
      ),
    ),
  )
