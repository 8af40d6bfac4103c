import { deliver, deliverOwed } from '../mail/deliver.ts'
import { mailsAtOnce } from '../mail/pace.ts'
import { assemblePostal, type PostalServices } from '../mail/post.ts'
import { job } from '../pipeline/job.ts'
import { eachRecord, newText } from '../pipeline/stream.ts'

/** Letters out of the table: each as it is posted, and on a schedule what is still owed. */
export const handler = job<PostalServices>(assemblePostal, {
  onStream: (services, event, { logger, count, hasTime }) =>
    eachRecord(
      event,
      logger,
      (record) => newText(record, 'sk'),
      async (record) => {
        const key = { pk: newText(record, 'pk') ?? '', sk: newText(record, 'sk') ?? '' }
        count(await deliver(services, services.post, key, hasTime))
      },
      mailsAtOnce,
    ),
  onTick: async (services, { hasTime, logger }) => {
    const counts = await deliverOwed(services, services.post, 'deliver', hasTime)
    if (services.post.pace.isShut()) logger.error('the mail service takes nothing', { ...counts })
    return counts
  },
})
