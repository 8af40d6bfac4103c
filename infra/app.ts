/*
 * `node infra/app.ts` bundles the functions, builds the pages and writes the templates to cdk.out/, without a network
 * and without an account. It ends with exit code 1 when a rule of cdk-nag or of CloudFormation is broken.
 */
import { join } from 'node:path'
import { bundleOf } from './bundle.ts'
import { checkedApp } from './checked-app.ts'
import { mailIdentityStack } from './mail-identity.ts'
import { builtPages } from './pages.ts'
import { settings } from './settings.ts'
import { huibaoStack } from './stack.ts'

const app = checkedApp(join(import.meta.dirname, '..', 'cdk.out'))
mailIdentityStack(app, settings)
huibaoStack(app, { settings, code: bundleOf, files: await builtPages() })
app.synth()
