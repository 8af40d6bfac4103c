/*
 * What letters are sent through. The sender's identity is verified before this stack is deployed (mail-identity.ts,
 * docs/operations.md). What becomes of a mail is told by this configuration set (mail-feedback.ts).
 */
import { Stack } from 'aws-cdk-lib'
import { ConfigurationSet, ConfigurationSetTlsPolicy } from 'aws-cdk-lib/aws-ses'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { feedbackTopicOf } from './mail-feedback.ts'
import type { Settings } from './settings.ts'

export interface Mail {
  readonly sender: string
  readonly configurationSet: string
  readonly identityArn: string
  readonly configurationSetArn: string
  /** Hears what becomes of a mail. */
  readonly feedback: Topic
  /** Mails a second, where the settings say it. */
  readonly perSecond?: number
}

export const mailOf = (
  scope: Construct,
  { sender, mailIdentity, mailsPerSecond }: Pick<Settings, 'sender' | 'mailIdentity' | 'mailsPerSecond'>,
): Mail => {
  const set = new ConfigurationSet(scope, 'Letters', {
    /* Encrypted wherever the receiving office can; an old mail server there must not cost it its reminders. */
    tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL,
    reputationMetrics: true,
    /* Which addresses are not written to is told by the table (decision 0029): where a coordinator says that an address
     * works again, SES must not go on swallowing its mail. */
    disableSuppressionList: true,
  })
  const arn = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: 'ses', resource, resourceName })
  return {
    sender,
    configurationSet: set.configurationSetName,
    identityArn: arn('identity', mailIdentity),
    configurationSetArn: arn('configuration-set', set.configurationSetName),
    feedback: feedbackTopicOf(scope, set),
    ...(mailsPerSecond === undefined ? {} : { perSecond: mailsPerSecond }),
  }
}
