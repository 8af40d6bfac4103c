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
const ReportPage = later(
  () => import('../report/report-page.tsx'),
  (page) => page.ReportPage,
)
const SummaryPage = later(
  () => import('../summary/summary-page.tsx'),
  (page) => page.SummaryPage,
)

const ReportsPage = later(
  () => import('../reports/reports-page.tsx'),
  (page) => page.ReportsPage,
)
const YearsPage = later(
  () => import('../reports/years-page.tsx'),
  (page) => page.YearsPage,
)
const LettersPage = later(
  () => import('../letters/letters-page.tsx'),
  (page) => page.LettersPage,
)
const DirectoryPage = later(
  () => import('../directory/directory-page.tsx'),
  (page) => page.DirectoryPage,
)
const ImportPage = later(
  () => import('../directory/import-page.tsx'),
  (page) => page.ImportPage,
)
const HistoryPage = later(
  () => import('../history/history-page.tsx'),
  (page) => page.HistoryPage,
)
const ReviewPage = later(
  () => import('../review/review-page.tsx'),
  (page) => page.ReviewPage,
)
const WaitingPage = later(
  () => import('../review/waiting-page.tsx'),
  (page) => page.WaitingPage,
)

const NewPage = later(
  () => import('../rounds/new-page.tsx'),
  (page) => page.NewPage,
)
const SettingsPage = later(
  () => import('../rounds/settings-page.tsx'),
  (page) => page.SettingsPage,
)
const ChangePage = later(
  () => import('../rounds/change-page.tsx'),
  (page) => page.ChangePage,
)
const LogPage = later(
  () => import('../rounds/log-page.tsx'),
  (page) => page.LogPage,
)

interface Found {
  readonly params: Readonly<Record<string, string>>
}

const Settings = ({ params }: Found) => <SettingsPage round={params['round'] ?? ''} />
const Change = ({ params }: Found) => <ChangePage round={params['round'] ?? ''} />
const Log = ({ params }: Found) => <LogPage round={params['round'] ?? ''} />

const BoardPage = later(
  () => import('../board/board-page.tsx'),
  (page) => page.BoardPage,
)

const Board = ({ params }: { readonly params: Readonly<Record<string, string>> }) => (
  <BoardPage round={params['round'] ?? ''} />
)

export const CollectingPages = () => (
  <Router>
    <Route path="/rounds" component={RoundsPage} />
    <Route path="/rounds/:round/report" component={ReportPage} />
    <Route path="/rounds/:round/summary" component={SummaryPage} />
    <Route path="/rounds/:round/letters" component={LettersPage} />
    <Route path="/reports" component={ReportsPage} />
    <Route path="/reports/units/:unit" component={YearsPage} />
    <Route path="/directory" component={DirectoryPage} />
    <Route path="/directory/import" component={ImportPage} />
    <Route path="/directory/units/:unit" component={DirectoryPage} />
    <Route path="/directory/units/:unit/history" component={HistoryPage} />
    <Route path="/rounds/:round/review" component={WaitingPage} />
    <Route path="/rounds/:round/review/:unit" component={ReviewPage} />
    <Route path="/rounds/new" component={NewPage} />
    <Route path="/rounds/:round/settings" component={Settings} />
    <Route path="/rounds/:round/settings/change" component={Change} />
    <Route path="/rounds/:round/log" component={Log} />
    <Route path="/rounds/:round/board" component={Board} />
    <Route path="/rounds/:round/appraisal" component={AppraisalPage} />
    <Route default component={NotFound} />
  </Router>
)
