/* The CDK's feature flags stand in cdk.json, where its command line looks for them; without it we look there ourselves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const featureFlags = (): Record<string, unknown> => {
  const { context }: { readonly context: Record<string, unknown> } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'cdk.json'), 'utf8'),
  )
  return context
}
