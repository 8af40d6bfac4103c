/* The pages of one round, seen from a collecting unit. */
import { useLocation } from 'preact-iso'
import { me } from '../page/me.ts'
import './round-nav.css'
import { holds } from './collects.ts'
import { say } from './words.ts'

const pages = ['board', 'review', 'letters', 'summary', 'report', 'appraisal', 'settings'] as const
const ofLeaders: readonly string[] = ['board', 'summary', 'report', 'appraisal']
export type RoundPage = (typeof pages)[number]

/** Of a page of the round; `unit` is the collecting unit where it is not the round's owner. */
export const roundAddress = (round: string, page: RoundPage | `review/${string}`, unit?: string): string =>
  `/rounds/${round}/${page}${unit === undefined ? '' : `?unit=${unit}`}`

/* A page under it, too: a return that is reviewed. */
const isAt = (path: string, page: string): boolean => path === page || path.startsWith(`${page}/`)

interface RoundNavProps {
  readonly round: string
}

export const RoundNav = ({ round }: RoundNavProps) => {
  const { path, query } = useLocation()
  const words = say()
  const person = me.value?.person
  const isCoordinator = person !== undefined && holds(person, 'coordinator')
  const shown = pages.filter((page) => isCoordinator || ofLeaders.includes(page))
  return (
    <nav class="round-nav no-print" aria-label={words.roundNav}>
      {shown.map((page) => {
        const address = roundAddress(round, page, query['unit'])
        return (
          <a key={page} href={address} aria-current={isAt(path, `/rounds/${round}/${page}`) ? 'page' : undefined}>
            {words[page]}
          </a>
        )
      })}
    </nav>
  )
}
