/* Where alarms are called out: one topic, one address. Its policy lets the alarms of this account in and nobody else. */
import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { Settings } from './settings.ts'

export const alarmTopicOf = (scope: Construct, { alarmsTo }: Pick<Settings, 'alarmsTo'>): Topic => {
  const topic = new Topic(scope, 'Topic', { displayName: 'Huibao', enforceSSL: true })
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Alarms',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  )
  topic.addSubscription(new EmailSubscription(alarmsTo))
  return topic
}
