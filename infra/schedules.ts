/*
 * The tick. A tick says only «look what is owed by now», so a lost or doubled one is made good by the next; it is tried
 * again until that next one is due and then left in the failure queue.
 */
import { Stack } from 'aws-cdk-lib'
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import type { Construct } from 'constructs'
import type { Deployed } from './functions.ts'

export const schedulesOf = (scope: Construct, deployed: readonly Deployed[]): void => {
  const group = new CfnScheduleGroup(scope, 'Ticks', { name: Stack.of(scope).stackName })
  for (const { name, spec, lambda, failures } of deployed) {
    if (!spec.every || !failures) continue
    const role = new Role(scope, `${name}-caller`, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account, 'aws:SourceArn': group.attrArn } },
      }),
      inlinePolicies: {
        tick: new PolicyDocument({
          statements: [allow('lambda:InvokeFunction', lambda.functionArn), allow('sqs:SendMessage', failures.queueArn)],
        }),
      },
    })
    new CfnSchedule(scope, `${name}-tick`, {
      description: `When broken: ${spec.whenBroken}`,
      groupName: group.ref,
      scheduleExpression: `rate(${spec.every.minutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: lambda.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumEventAgeInSeconds: spec.every.minutes * 60, maximumRetryAttempts: 3 },
        deadLetterConfig: { arn: failures.queueArn },
      },
    })
  }
}

const allow = (action: string, resource: string) =>
  new PolicyStatement({ effect: Effect.ALLOW, actions: [action], resources: [resource] })
