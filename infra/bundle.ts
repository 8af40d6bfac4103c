/* The bundle of a function, with the options that `npm start` uses too: what runs there is what runs here. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'
import { bundleOptions } from '../functions/bundle-options.ts'
import { type FunctionName, functions } from '../functions/manifest.ts'
import { layBeside } from './beside.ts'

const root = join(import.meta.dirname, '..')

/** Bundles one function into a folder of its own under .build/ and hands it to the CDK as an asset. */
export const bundleOf = (name: FunctionName): Code => {
  const outdir = join(root, '.build', 'infra', name)
  rmSync(outdir, { recursive: true, force: true })
  buildSync({
    ...bundleOptions,
    /* esbuild wants lists that it could write to. */
    mainFields: [...bundleOptions.mainFields],
    external: [...bundleOptions.external],
    absWorkingDir: root,
    entryPoints: [{ in: join(root, 'functions', functions[name].entry), out: 'handler' }],
    outdir,
  })
  if (name === 'documents') layBeside(outdir)
  return Code.fromAsset(outdir)
}
