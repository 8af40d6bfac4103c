import { later } from './later.tsx'

export const Forbidden = later(
  () => import('../sign-in/forbidden-page.tsx'),
  (page) => page.ForbiddenPage,
)
