/* Submissions of a return, one with its cells, what changed between two, and the log. */
import { ok, refuse } from '../../shared/refusal.ts'
import { changesBetween, type Revision } from '../../shared/return/revision.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'

const answerOf = ({ revision, at, by, previous, signOff, receipt }: Revision) => ({
  revision,
  at,
  by,
  hash: receipt.hash,
  previous,
  signOff,
  receipt,
})

export const listRevisions = (services: Services) =>
  http(services, 'listRevisions', async ({ round, unit }) => {
    const [revisions, reviews] = await Promise.all([
      services.returns.revisions(round.id, unit.id),
      services.returns.reviews(round.id, unit.id),
    ])
    const reviewOf = new Map(reviews.map(({ revision, ...review }) => [revision, review]))
    return ok({
      revisions: revisions.map((one) => {
        const review = reviewOf.get(one.revision)
        const comments = review?.comments.map((comment) => ({ ...comment })) ?? []
        return { ...answerOf(one), ...(review === undefined ? {} : { review: { ...review, comments } }) }
      }),
    })
  })

export const getRevision = (services: Services) =>
  http(services, 'getRevision', async ({ round, unit, path }) => {
    const revision = await services.returns.revision(round.id, unit.id, Number(path.n))
    return revision === undefined
      ? refuse('notFound', { what: path.n })
      : ok({ ...answerOf(revision), cells: revision.cells })
  })

export const getChanges = (services: Services) =>
  http(services, 'getChanges', async ({ round, unit, path, query }) => {
    const [is, was] = await Promise.all(
      [path.n, query.since].map((n) => services.returns.revision(round.id, unit.id, Number(n))),
    )
    if (is === undefined || was === undefined)
      return refuse('notFound', { what: is === undefined ? path.n : query.since })
    return ok({ changes: changesBetween(was.cells, is.cells).map((change) => ({ ...change })) })
  })

export const getReturnLog = (services: Services) =>
  http(services, 'getReturnLog', async ({ round, unit, query }) =>
    ok(await services.returns.log(round.id, unit.id, query.after)),
  )
