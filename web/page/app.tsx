/* The pages and their addresses. What is not signed in sees the sign-in and nothing else; an expired one stays open. */

import { useEffect } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { session } from '../sign-in/session.ts'
import { SignInBar } from '../sign-in/sign-in-bar.tsx'
import { Bar } from './bar.tsx'
import { Boundary } from './boundary.tsx'
import { later, Opening } from './later.tsx'
import { loadMe, me } from './me.ts'
import { NotFound } from './not-found.tsx'
import { say } from './words.ts'

const MyWork = later(
  () => import('../work/my-work.tsx'),
  (page) => page.MyWork,
)
const SignInPage = later(
  () => import('../sign-in/sign-in-page.tsx'),
  (page) => page.SignInPage,
)
const ReturnPage = later(
  () => import('../return/return-page.tsx'),
  (page) => page.ReturnPage,
)

/* Whatever is no reporter's page: rounds, directory, reports; and what is no page at all. */
const CollectingPages = later(
  () => import('../collecting/collecting-pages.tsx'),
  (pages) => pages.CollectingPages,
)
const isReporters = (path: string): boolean => path === '/' || /^\/rounds\/[^/]+\/returns\/./.test(path)

/* The part is optional: going from part to part keeps the return open. */
const Returns = ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
  const { round = '', unit = '', part } = params
  return <ReturnPage round={round} unit={unit} part={part} />
}

const Pages = () => {
  const { path } = useLocation()
  return (
    <Boundary key={path.split('/').slice(0, 5).join('/')}>
      {isReporters(path) ? (
        <Router>
          <Route path="/" component={MyWork} />
          <Route path="/rounds/:round/returns/:unit/:part?" component={Returns} />
          <Route default component={NotFound} />
        </Router>
      ) : (
        <CollectingPages />
      )}
    </Boundary>
  )
}

const SignedIn = () => {
  const { state } = session.value
  useEffect(() => {
    if (state === 'signedIn' && me.peek() === undefined) void loadMe()
  }, [state])
  return (
    <LocationProvider>
      <a class="skip" href="#content">
        {say().skip}
      </a>
      <Boundary part>
        <Bar />
        <SignInBar />
      </Boundary>
      <main id="content" tabIndex={-1}>
        <Pages />
      </main>
    </LocationProvider>
  )
}

export const App = () => {
  const { state } = session.value
  /* Only in the small window of a repeated sign-in, until it closes: everywhere else this comes after. */
  if (state === 'starting') return <Opening />
  return (
    <Boundary>
      {state === 'signedOut' ? (
        <main>
          <SignInPage />
        </main>
      ) : (
        <SignedIn />
      )}
    </Boundary>
  )
}

/** Fetches the page of the address while the sign-in is still being looked at. */
export const beginPage = (path: string): void => {
  const page = path === '/' ? MyWork : isReporters(path) ? ReturnPage : CollectingPages
  /* Should it fail, the page that is shown says so. */
  page.begin().catch(() => undefined)
}
