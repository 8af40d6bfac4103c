/* The pages of a collecting unit and their addresses; each is fetched when it is shown. */
import { Route, Router } from 'preact-iso'
import { later } from '../page/later.tsx'
import { NotFound } from '../page/not-found.tsx'

const AppraisalPage = later(
  () => import('../appraisal/appraisal-page.tsx'),
  (page) => page.AppraisalPage,
)
const RoundsPage = later(
  () => import('../rounds/rounds-page.tsx'),
  (page) => page.RoundsPage,
)

export const CollectingPages = () => (
  <Router>
    <Route path="/rounds" component={RoundsPage} />
    <Route path="/rounds/:round/appraisal" component={AppraisalPage} />
    <Route default component={NotFound} />
  </Router>
)
