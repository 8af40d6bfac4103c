/*
 * What becomes of the mails: SES tells a topic, the topic calls `mail-events`. The topic is encrypted with a key that
 * SES may use, takes notices from this configuration set only, and over TLS only. What cannot be handed to the function,
 * or fails in it each time, lies in the function's failure queue.
 */
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { Deployed } from './functions.ts'

const told = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.RENDERING_FAILURE,
]

/** The topic that hears of every mail of a configuration set. */
export const feedbackTopicOf = (scope: Construct, set: ConfigurationSet): Topic => {
  const key = new Key(scope, 'FeedbackKey', {
    description: 'Notices of SES on their way to mail-events',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Ses',
      principals: [new ServicePrincipal('ses.amazonaws.com')],
      actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  )
  const topic = new Topic(scope, 'Feedback', { masterKey: key, enforceSSL: true })
  /* Lets SES publish, for this configuration set in this account. */
  const destination = set.addEventDestination('Events', {
    destination: EventDestination.snsTopic(topic),
    events: told,
  })
  /* SES tries the topic when it is given to it. */
  destination.node.addDependency(topic)
  return topic
}

/** Wakes the functions of the manifest that listen to it. */
export const feedbackOf = (deployed: readonly Deployed[], topic: Topic): void => {
  for (const { spec, lambda, failures } of deployed)
    if (spec.feedback && failures) topic.addSubscription(new LambdaSubscription(lambda, { deadLetterQueue: failures }))
}
