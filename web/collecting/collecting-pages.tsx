/* The pages of a collecting unit and their addresses; each is fetched when it is shown. */
import { Route, Router } from 'preact-iso'
import { later } from '../page/later.tsx'
import { NotFound } from '../page/not-found.tsx'

const RoundsPage = later(
  () => import('../rounds/rounds-page.tsx'),
  (page) => page.RoundsPage,
)
const ReviewPage = later(
  () => import('../review/review-page.tsx'),
  (page) => page.ReviewPage,
)
const WaitingPage = later(
  () => import('../review/waiting-page.tsx'),
  (page) => page.WaitingPage,
)

export const CollectingPages = () => (
  <Router>
    <Route path="/rounds" component={RoundsPage} />
    <Route path="/rounds/:round/review" component={WaitingPage} />
    <Route path="/rounds/:round/review/:unit" component={ReviewPage} />
    <Route default component={NotFound} />
  </Router>
)
