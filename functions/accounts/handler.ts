import { Logger } from '@aws-lambda-powertools/logger'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { readConfig } from '../config.ts'
import { job } from '../pipeline/job.ts'
import { serverNow, tableOf } from '../services.ts'
import { accountStore } from '../store/accounts.ts'
import { unitStore } from '../store/units.ts'
import { keepAccounts, type Parts } from './keep-accounts.ts'
import { userPool } from './user-pool.ts'

/* A pool that does not answer must not take the time of all the others. */
const requestHandler = { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true }

const assemble = (): Parts => {
  const config = readConfig()
  if (config.userPool === undefined) throw new Error('The environment of this function is incomplete: HUIBAO_USER_POOL')
  const table = tableOf(config)
  const logger = new Logger()
  return {
    units: unitStore(table),
    accounts: accountStore(table),
    pool: userPool(new CognitoIdentityProviderClient({ requestHandler }), config.userPool),
    now: serverNow,
    trouble: (person, error) =>
      logger.error('account failed', { person, error: error instanceof Error ? error : new Error(String(error)) }),
  }
}

/** On a schedule: accounts for who is in the directory, none that works for who is not. */
export const handler = job<Parts>(assemble, { onTick: (parts, { hasTime }) => keepAccounts(parts, hasTime) })
