/*
 * The sender's identity in SES, as a stack of its own: it is deployed first and must be verified before the other one,
 * because a user pool takes no sender that is not. For a domain the office publishes three records (the outputs) and
 * waits for SES to find them; an address gets a letter with a link. Where the office has an identity already, the
 * settings say so, and this stack is not made.
 */
import { type App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses'
import type { Settings } from './settings.ts'

const isDomain = (identity: string): boolean => !identity.includes('@')

/** Undefined where the identity is the office's own affair. */
export const mailIdentityStack = (
  app: App,
  { mailIdentity, mailIdentityBy, region }: Pick<Settings, 'mailIdentity' | 'mailIdentityBy' | 'region'>,
): Stack | undefined => {
  if (mailIdentityBy === 'office') return undefined
  const stack = new Stack(app, 'HuibaoMail', {
    description: 'Huibao: the sender of its letters, verified before anything else is deployed',
    env: { region },
    terminationProtection: true,
  })
  const identity = new EmailIdentity(stack, 'Sender', {
    identity: isDomain(mailIdentity) ? Identity.domain(mailIdentity) : Identity.email(mailIdentity),
    /* Bounces come as events (mail-feedback.ts), not as mails to the sender. */
    feedbackForwarding: false,
  })
  identity.applyRemovalPolicy(RemovalPolicy.RETAIN)
  if (isDomain(mailIdentity))
    identity.dkimRecords.forEach(({ name, value }, i) => {
      new CfnOutput(stack, `DkimName${i + 1}`, { value: name, description: 'Name of a CNAME record of the domain' })
      new CfnOutput(stack, `DkimValue${i + 1}`, { value, description: 'Where that record points to' })
    })
  return stack
}
