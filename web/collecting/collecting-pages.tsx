/* The pages of a collecting unit and their addresses; each is fetched when it is shown. */
import { Route, Router } from 'preact-iso'
import { later } from '../page/later.tsx'
import { NotFound } from '../page/not-found.tsx'

const RoundsPage = later(
  () => import('../rounds/rounds-page.tsx'),
  (page) => page.RoundsPage,
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

export const CollectingPages = () => (
  <Router>
    <Route path="/rounds" component={RoundsPage} />
    <Route path="/rounds/new" component={NewPage} />
    <Route path="/rounds/:round/settings" component={Settings} />
    <Route path="/rounds/:round/settings/change" component={Change} />
    <Route path="/rounds/:round/log" component={Log} />
    <Route default component={NotFound} />
  </Router>
)
