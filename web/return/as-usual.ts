/* Most returns are filled in by their own reporter for the first time: nothing has to be said of that. */
import { me } from '../page/me.ts'
import type { OpenReturn } from './open-return.ts'

/** Filled in for a unit that is not one's own. */
export const isOnBehalf = (open: OpenReturn): boolean => {
  const { unit } = open.answer.value
  const posts = me.value?.person.posts
  const isOwn = posts === undefined || posts.some((post) => post.role === 'reporter' && post.unit === unit.id)
  return !isOwn && open.editable.value
}

/** Here again, to be corrected. */
export const isCorrected = (open: OpenReturn): boolean => {
  const { correction, stage } = open.answer.value
  return correction !== undefined && stage !== 'submitted' && stage !== 'accepted'
}

export const isAsUsual = (open: OpenReturn): boolean => open.editable.value && !isCorrected(open) && !isOnBehalf(open)
