import { Logger } from '@aws-lambda-powertools/logger'
import { readConfig } from '../config.ts'
import { tableOf } from '../services.ts'
import { unitStore } from '../store/units.ts'
import { admit, type Parts, type PreSignUpEvent } from './admit.ts'

const assemble = (): Parts => {
  const logger = new Logger()
  /* These words are counted: infra/alarms.ts takes refusals off the errors. */
  return { units: unitStore(tableOf(readConfig())), refused: () => logger.info('sign-up refused') }
}

let parts: Parts | undefined

/** Called by the user pool before it makes an account. */
export const handler = async (event: PreSignUpEvent): Promise<PreSignUpEvent> => {
  parts ??= assemble()
  return admit(parts, event)
}
