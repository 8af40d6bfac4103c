/*
 * What stands over a return that is not as usual, fetched when a return first needs it. What one needs as it is opened
 * is fetched before it is shown: nothing moves away from under a pointer or a finger once the page is there.
 */
import { later } from '../page/later.tsx'
import { isAsUsual } from './as-usual.ts'
import type { OpenReturn } from './open-return.ts'

export const Notices = later(
  () => import('./notices.tsx'),
  (part) => part.Notices,
  () => null,
)

export const Conflicts = later(
  () => import('./conflicts.tsx'),
  (part) => part.Conflicts,
)

export const UntakenNotice = later(
  () => import('../untaken/untaken-notice.tsx'),
  (part) => part.UntakenNotice,
)

/** Fetches the notices that the return needs as it stands. One that does not come says so in its place. */
export const fetchNotices = async (open: OpenReturn): Promise<void> => {
  const fetches = [
    isAsUsual(open) ? undefined : Notices.begin(),
    open.disputed.peek().size > 0 ? Conflicts.begin() : undefined,
    open.untaken.peek().length > 0 ? UntakenNotice.begin() : undefined,
  ]
  await Promise.all(fetches).catch(() => undefined)
}
