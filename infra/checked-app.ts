import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { featureFlags } from './feature-flags.ts'

/**
 * An app whose synthesis throws, and so ends the process with exit code 1, when a rule of AWS Solutions (cdk-nag) or of
 * CloudFormation itself is broken and nobody has set it aside with a reason (acknowledge.ts).
 */
export const checkedApp = (outdir?: string): App => {
  const app = new App({ context: featureFlags(), analyticsReporting: false, ...(outdir ? { outdir } : {}) })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}
