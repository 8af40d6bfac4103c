import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda'
import { once } from '../../shared/once.ts'
import type { PostalServices } from '../mail/post.ts'
import type { JobEvent, JobHandler } from '../pipeline/job.ts'
import { lambda } from '../pipeline/lambda.ts'
import { getCircular } from './circular.ts'
import { getReportDocument, getReturnDocument } from './documents.ts'

type Request = APIGatewayProxyEventV2WithJWTAuthorizer

const files = lambda(getReturnDocument, getReportDocument, getCircular)

const letters = async (): Promise<JobHandler<PostalServices>> => (await import('./letters.ts')).letters

const isRequest = (event: Request | JobEvent): event is Request => 'routeKey' in event

const over = (http: typeof files, post: typeof letters) => {
  const handler = async (event: Request | JobEvent, context: Context) =>
    isRequest(event) ? http(event, context) : (await post())(event, context)
  return Object.assign(handler, {
    with: (parts: Partial<PostalServices>) =>
      over(
        http.with(parts),
        once(async () => (await post()).with(parts)),
      ),
  })
}

/** Word files on request, and the letters that carry one: heavy libraries stay in this bundle. */
export const handler = over(files, letters)
