/* The letters that carry a file: receipts. Loaded by handler.ts with the first tick; no request sends mail. */
import type { Letter } from '../../shared/reminder/letter.ts'
import { deliverOwed, type Post } from '../mail/deliver.ts'
import type { AttachedFile } from '../mail/mime.ts'
import { assemblePostal, type PostalServices } from '../mail/post.ts'
import { job } from '../pipeline/job.ts'
import { returnFile } from './documents.ts'

/** A receipt carries the return as it was handed in (product E5). */
const attachTo =
  (services: PostalServices) =>
  async (letter: Letter): Promise<readonly AttachedFile[]> => {
    const unitId = letter.units[0]?.unit
    if (letter.kind !== 'receipt' || unitId === undefined) return []
    const [round, unit, revision] = await Promise.all([
      services.rounds.round(letter.round),
      services.units.unit(unitId),
      services.returns.revision(letter.round, unitId, letter.receipt.revision),
    ])
    if (round === undefined || unit === undefined || revision === undefined) return []
    const { language } = letter.to
    const { file, name, type } = await returnFile(services, { round, unit, revision, language, format: 'docx' })
    return [{ fileName: name, contentType: type, content: file }]
  }

const carrying = (services: PostalServices): Post => ({ ...services.post, attach: attachTo(services) })

/** Sends what is owed to `documents`. */
export const letters = job<PostalServices>(assemblePostal, {
  onTick: (services, { hasTime }) => deliverOwed(services, carrying(services), 'documents', hasTime),
})
