import { Heading } from './heading.tsx'
import { say } from './words.ts'

export const NotFound = () => (
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
