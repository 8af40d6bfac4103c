import { job } from '../pipeline/job.ts'
import { assemble, type Services } from '../services.ts'
import { remind } from './remind.ts'

/** On a schedule: opens rounds and posts the reminders that are owed by now. */
export const handler = job<Services>(assemble, { onTick: async (services) => ({ ...(await remind(services)) }) })
