/*
 * The pages as they are deployed: built here and now from web/, into a folder of their own, so that nothing stale is
 * ever deployed and nobody else's build is disturbed. Needs no network.
 */
import { join } from 'node:path'
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')

/** The files whose names change with their content, and the rest. */
export interface Pages {
  readonly assets: ISource
  readonly others: ISource
}

/** Builds the pages; throws what Vite throws. */
export const builtPages = async (): Promise<Pages> => {
  const outDir = join(root, '.build', 'infra', 'web')
  await build({
    configFile: join(root, 'web', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
  return { assets: Source.asset(join(outDir, 'assets')), others: Source.asset(outDir, { exclude: ['assets'] }) }
}
