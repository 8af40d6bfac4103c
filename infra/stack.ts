/*
 * Huibao on AWS, one stack: a return and its letters live in one table, so there is nothing that could be deployed
 * apart. The order below is the order of dependence. Still to come, each as a file beside this one:
 *   hosting.ts        CloudFront and the bucket of the pages, in front of the HTTP API (one origin, no CORS); takes `stage`
 *   identity.ts       the Cognito user pool; gives issuer and audience to http-api.ts in place of settings
 *   mail-feedback.ts  bounces and complaints from the configuration set of mail.ts to the function `mail-events`
 */
import { Annotations, type App, Stack, Tags } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { alarmTopicOf } from './alarm-topic.ts'
import { alarmsOf } from './alarms.ts'
import { dashboardOf } from './dashboard.ts'
import { dataOf } from './data.ts'
import { functionsOf, type Ground } from './functions.ts'
import { httpApiOf } from './http-api.ts'
import { mailOf } from './mail.ts'
import { schedulesOf } from './schedules.ts'
import { unchangedExamples } from './settings.ts'
import { streamsOf } from './streams.ts'

/** The whole system in the region of its settings, in whatever account the deployer is signed in to. */
export const huibaoStack = (app: App, { settings, code }: Pick<Ground, 'settings' | 'code'>): Stack => {
  const stack = new Stack(app, 'Huibao', {
    description: 'Huibao: returns from subordinate units, reminders, and the report over them',
    env: { region: settings.region },
    terminationProtection: true,
  })
  Tags.of(stack).add('application', 'huibao')
  const part = (name: string) => new Construct(stack, name)

  const table = dataOf(part('Data'), settings)
  const mail = mailOf(part('Mail'), settings)
  const deployed = functionsOf(part('Functions'), { settings, table, mail, code })
  const stage = httpApiOf(part('HttpApi'), deployed, settings)
  schedulesOf(part('Schedules'), deployed)
  streamsOf(part('Streams'), deployed, table)
  const alarms = part('Alarms')
  dashboardOf(part('Duty'), deployed, stage, alarmsOf(alarms, deployed, stage, alarmTopicOf(alarms, settings)))

  refuseToDeployExamples(stack, unchangedExamples(settings))
  return stack
}

/* An error note stops the CDK command line before it touches the account; synthesis alone goes on. */
const refuseToDeployExamples = (stack: Stack, unchanged: readonly string[]): void => {
  if (unchanged.length > 0) {
    Annotations.of(stack).addError(
      `Fill in infra/settings.ts before deploying; still an example: ${unchanged.join(', ')}.`,
    )
  }
}
