import { canonicalJson } from '../canonical.ts'
import type { Edition } from './report.ts'

/** The hash of a published edition: figures, members with their revisions' hashes, narratives, lists, who and when. */
export const sealOf = (edition: Omit<Edition, 'hash'>, hash: (text: string) => string): string =>
  hash(canonicalJson(edition))
