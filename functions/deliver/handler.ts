import { deliver, deliverOwed } from '../mail/deliver.ts'
import { assemblePostal, type PostalServices } from '../mail/post.ts'
import { job } from '../pipeline/job.ts'
import { eachRecord, newText } from '../pipeline/stream.ts'

/** Letters out of the table: each as it is posted, and on a schedule what is still owed. */
export const handler = job<PostalServices>(assemblePostal, {
  onStream: (services, event, desk) =>
    eachRecord(
      event,
      desk.logger,
      (record) => newText(record, 'sk'),
      async (record) => {
        const outcome = await deliver(services, services.post, {
          pk: newText(record, 'pk') ?? '',
          sk: newText(record, 'sk') ?? '',
        })
        desk.count(outcome)
      },
    ),
  onTick: (services, { hasTime }) => deliverOwed(services, services.post, 'deliver', hasTime),
})
