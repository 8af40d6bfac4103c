/* The letters that carry a file: receipts, and the news of a published report. Loaded by handler.ts with the first tick; no request sends mail. */
import type { Letter } from '../../shared/reminder/letter.ts'
import { deliverOwed, type Post } from '../mail/deliver.ts'
import type { AttachedFile } from '../mail/mime.ts'
import { assemblePostal, type PostalServices } from '../mail/post.ts'
import type { FileAnswer } from '../pipeline/http.ts'
import { job } from '../pipeline/job.ts'
import { reportFile } from './report-file.ts'
import { shownEdition } from './report-shown.ts'
import { returnFile } from './return-file.ts'

const attached = (made: FileAnswer): readonly AttachedFile[] => [
  { fileName: made.name, contentType: made.type, content: made.file },
]

/** A receipt carries the return as it was handed in (product E5), the news of a report its edition (D4). */
const attachTo =
  (services: PostalServices) =>
  async (letter: Letter): Promise<readonly AttachedFile[]> => {
    const unitId = letter.units[0]?.unit
    if ((letter.kind !== 'receipt' && letter.kind !== 'published') || unitId === undefined) return []
    const [round, unit] = await Promise.all([services.rounds.round(letter.round), services.units.unit(unitId)])
    if (round === undefined || unit === undefined) return []
    const { language } = letter.to
    if (letter.kind === 'published') {
      const edition = await shownEdition(services, { round, unit }, letter.published.edition)
      return edition === undefined ? [] : attached(await reportFile(services, edition, { format: 'pdf', language }))
    }
    const revision = await services.returns.revision(letter.round, unitId, letter.receipt.revision)
    return revision === undefined
      ? []
      : attached(await returnFile(services, { round, unit, revision, language, format: 'docx' }))
  }

const carrying = (services: PostalServices): Post => ({ ...services.post, attach: attachTo(services) })

/** Sends what is owed to `documents`. */
export const letters = job<PostalServices>(assemblePostal, {
  onTick: (services, { hasTime }) => deliverOwed(services, carrying(services), 'documents', hasTime),
})
