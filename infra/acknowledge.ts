/* The one way a rule of cdk-nag is set aside: on one construct, with its reason. */
import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

export const acknowledge = (construct: IConstruct, id: string, reason: string): void =>
  Validations.of(construct).acknowledge({ id, reason })
