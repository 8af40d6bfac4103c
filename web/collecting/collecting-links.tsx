/* What the bar offers to those who collect. */
import { useLocation } from 'preact-iso'
import { me } from '../page/me.ts'
import { holds } from './collects.ts'
import { say } from './words.ts'

interface LinkProps {
  readonly to: string
  readonly children: string
}

const Link = ({ to, children }: LinkProps) => {
  const { path } = useLocation()
  const isHere = (path === to || path.startsWith(`${to}/`)) && !path.includes('/returns/')
  return (
    <a href={to} aria-current={isHere ? 'page' : undefined}>
      {children}
    </a>
  )
}

export const CollectingLinks = () => {
  const person = me.value?.person
  const words = say()
  if (person === undefined) return null
  return (
    <>
      {holds(person, 'coordinator', 'leader') && <Link to="/rounds">{words.rounds}</Link>}
      {holds(person, 'coordinator', 'leader') && <Link to="/reports">{words.reports}</Link>}
      {holds(person, 'coordinator', 'administrator') && <Link to="/directory">{words.directory}</Link>}
    </>
  )
}
