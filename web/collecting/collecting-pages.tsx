/* The pages of a collecting unit and their addresses; each is fetched when it is shown. */
import { Route, Router } from 'preact-iso'
import { later } from '../page/later.tsx'
import { NotFound } from '../page/not-found.tsx'

const RoundsPage = later(
  () => import('../rounds/rounds-page.tsx'),
  (page) => page.RoundsPage,
)

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
    <Route path="/rounds/:round/board" component={Board} />
    <Route default component={NotFound} />
  </Router>
)
