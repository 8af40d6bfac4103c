/* The pages of a collecting unit and their addresses; each is fetched when it is shown. */
import { Route, Router } from 'preact-iso'
import { later } from '../page/later.tsx'
import { NotFound } from '../page/not-found.tsx'

const RoundsPage = later(
  () => import('../rounds/rounds-page.tsx'),
  (page) => page.RoundsPage,
)
const ReportPage = later(
  () => import('../report/report-page.tsx'),
  (page) => page.ReportPage,
)
const SummaryPage = later(
  () => import('../summary/summary-page.tsx'),
  (page) => page.SummaryPage,
)

const LettersPage = later(
  () => import('../letters/letters-page.tsx'),
  (page) => page.LettersPage,
)

export const CollectingPages = () => (
  <Router>
    <Route path="/rounds" component={RoundsPage} />
    <Route path="/rounds/:round/report" component={ReportPage} />
    <Route path="/rounds/:round/summary" component={SummaryPage} />
    <Route path="/rounds/:round/letters" component={LettersPage} />
    <Route default component={NotFound} />
  </Router>
)
