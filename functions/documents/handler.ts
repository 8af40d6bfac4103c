import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda'
import type { Letter } from '../../shared/reminder/letter.ts'
import { deliverOwed, type Post } from '../mail/deliver.ts'
import type { AttachedFile } from '../mail/mime.ts'
import { assemblePostal, type PostalServices } from '../mail/post.ts'
import { type JobEvent, job } from '../pipeline/job.ts'
import { lambda } from '../pipeline/lambda.ts'
import { docxType, getReportDocument, getReturnDocument, returnFile } from './documents.ts'

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
    const { file, name } = await returnFile(services, { round, unit, revision, language: letter.to.language })
    return [{ fileName: name, contentType: docxType, content: file }]
  }

const carrying = (services: PostalServices): Post => ({ ...services.post, attach: attachTo(services) })

const letters = job<PostalServices>(assemblePostal, {
  onTick: (services, { hasTime }) => deliverOwed(services, carrying(services), 'documents', hasTime),
})

type Request = APIGatewayProxyEventV2WithJWTAuthorizer

const files = lambda(getReturnDocument, getReportDocument)

const isRequest = (event: Request | JobEvent): event is Request => 'routeKey' in event

const over = (http: typeof files, post: typeof letters) => {
  const handler = (event: Request | JobEvent, context: Context) =>
    isRequest(event) ? http(event, context) : post(event, context)
  return Object.assign(handler, { with: (parts: Partial<PostalServices>) => over(http.with(parts), post.with(parts)) })
}

/** Word files on request, and the letters that carry one: heavy libraries stay in this bundle. */
export const handler = over(files, letters)
