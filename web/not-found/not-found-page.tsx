/* An address that leads nowhere. */
import { Heading } from '../page/heading.tsx'
import { say } from './words.ts'

export const NotFoundPage = () => (
  <section class="card">
    <Heading title={say().notFound} place="not-found" />
    <p>{say().notFoundIs}</p>
    <p>
      <a class="btn main" href="/">
        {say().toMyWork}
      </a>
    </p>
  </section>
)
