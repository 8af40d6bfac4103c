/*
 * Huibao on AWS, one stack: a return and its letters live in one table, so there is nothing that could be deployed
 * apart. The order below is the order of dependence: the pages stand before the API, the functions are told where the
 * pages are, the user pool calls one of them, and the rest are told of the pool. The sender of letters has a stack of its own, which
 * must be deployed and verified before (mail-identity.ts).
 */
import { Annotations, type App, CfnOutput, Stack, Tags } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { type FunctionName, type FunctionSpec, functionNames, functions, withoutPool } from '../functions/manifest.ts'
import { alarmTopicOf } from './alarm-topic.ts'
import { alarmsOf } from './alarms.ts'
import { dashboardOf } from './dashboard.ts'
import { dataOf } from './data.ts'
import { type Deployed, functionsOf, type Ground } from './functions.ts'
import { hostingOf } from './hosting.ts'
import { apiRoutesOf, httpApiOf } from './http-api.ts'
import { hasOwnPool, issuerOriginOf, otherIssuer, type SignIn, userPoolOf } from './identity.ts'
import { mailOf } from './mail.ts'
import { feedbackOf } from './mail-feedback.ts'
import type { Pages } from './pages.ts'
import { schedulesOf } from './schedules.ts'
import { unchangedExamples } from './settings.ts'
import { streamsOf } from './streams.ts'
import { uploadsOf } from './uploads.ts'

type Given = Pick<Ground, 'settings' | 'code'> & {
  /** The built pages; tests pass stubs. */
  readonly files: Pages
}

/** The whole system in the region of its settings, in whatever account the deployer is signed in to. */
export const huibaoStack = (app: App, { settings, code, files }: Given): Stack => {
  const stack = new Stack(app, 'Huibao', {
    description: 'Huibao: returns from subordinate units, reminders, and the report over them',
    env: { region: settings.region },
    terminationProtection: true,
  })
  Tags.of(stack).add('application', 'huibao')
  const part = (name: string) => new Construct(stack, name)

  const table = dataOf(part('Data'), settings)
  const mail = mailOf(part('Mail'), settings)
  const gateway = part('HttpApi')
  const api = httpApiOf(gateway)
  const hosting = hostingOf(part('Hosting'), { api, issuerOrigin: issuerOriginOf(settings), settings })
  const { signIn, deployed } = peopleAndFunctions(part, { settings, table, mail, code, pages: hosting.url })
  const stage = apiRoutesOf(gateway, { api, deployed, signIn, settings })
  uploadsOf(part('Uploads'), { bucket: hosting.bucket, pages: files, config: signIn.config, settings })
  schedulesOf(part('Schedules'), deployed)
  streamsOf(part('Streams'), deployed, table)
  feedbackOf(deployed, mail.feedback)
  const alarms = part('Alarms')
  dashboardOf(part('Duty'), deployed, stage, alarmsOf(alarms, deployed, stage, alarmTopicOf(alarms, settings)))

  new CfnOutput(stack, 'Pages', { value: hosting.url, description: 'Where people open Huibao' })
  new CfnOutput(stack, 'Edge', { value: hosting.edge, description: 'Where the domain of the settings must point to' })
  new CfnOutput(stack, 'Issuer', { value: signIn.config.issuer, description: 'Who signs people in' })
  refuseToDeployExamples(stack, unchangedExamples(settings))
  return stack
}

const isCalledByThePool = (name: FunctionName): boolean => {
  const { identity }: FunctionSpec = functions[name]
  return identity !== undefined
}

/* A pool calls its function, so that one comes before the pool; all others are told who the issuer is. */
const peopleAndFunctions = (part: (name: string) => Construct, ground: Omit<Ground, 'issuer' | 'pool'>) => {
  const scope = part('Functions')
  const { settings } = ground
  const called = hasOwnPool(settings.signIn) ? functionsOf(scope, ground, functionNames.filter(isCalledByThePool)) : []
  const signIn = signInOf(part, ground, called)
  const { pool } = signIn
  const others = (pool === undefined ? withoutPool : functionNames).filter((name) => !isCalledByThePool(name))
  const told = { ...ground, issuer: signIn.config.issuer, ...(pool === undefined ? {} : { pool }) }
  const deployed = [...functionsOf(scope, told, others), ...called]
  return { signIn, deployed }
}

const signInOf = (
  part: (name: string) => Construct,
  { settings, mail, pages }: Omit<Ground, 'issuer'>,
  called: readonly Deployed[],
): SignIn => {
  const { signIn } = settings
  if (!hasOwnPool(signIn)) return otherIssuer(signIn)
  const preSignUp = called.find(({ spec }) => spec.identity === 'preSignUp')
  if (!preSignUp) throw new Error('No function of the manifest decides who may have an account.')
  return userPoolOf(part('Identity'), { signIn, settings, mail, pages, preSignUp: preSignUp.lambda })
}

/* An error note stops the CDK command line before it touches the account; synthesis alone goes on. */
const refuseToDeployExamples = (stack: Stack, unchanged: readonly string[]): void => {
  if (unchanged.length > 0) {
    Annotations.of(stack).addError(
      `Fill in infra/settings.ts before deploying; still an example: ${unchanged.join(', ')}.`,
    )
  }
}
