/*
 * What letters are sent through. The sender's identity is verified by hand before the first deploy (docs/operations.md)
 * and belongs to the office, not to this stack. Bounces and complaints will hang on this configuration set
 * (mail-feedback.ts).
 */
import { Stack } from 'aws-cdk-lib'
import { ConfigurationSet, ConfigurationSetTlsPolicy, SuppressionReasons } from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import type { Settings } from './settings.ts'

export interface Mail {
  readonly sender: string
  readonly configurationSet: string
  readonly identityArn: string
  readonly configurationSetArn: string
}

export const mailOf = (scope: Construct, { sender, mailIdentity }: Pick<Settings, 'sender' | 'mailIdentity'>): Mail => {
  const set = new ConfigurationSet(scope, 'Letters', {
    /* Encrypted wherever the receiving office can; an old mail server there must not cost it its reminders. */
    tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  })
  const arn = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: 'ses', resource, resourceName })
  return {
    sender,
    configurationSet: set.configurationSetName,
    identityArn: arn('identity', mailIdentity),
    configurationSetArn: arn('configuration-set', set.configurationSetName),
  }
}
