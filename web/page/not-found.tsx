import { later } from './later.tsx'

export const NotFound = later(
  () => import('../not-found/not-found-page.tsx'),
  (page) => page.NotFoundPage,
)
