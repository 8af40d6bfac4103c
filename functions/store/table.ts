/*
 * The one table's shape as data: read by the CDK app and by the local runner. What stands in it is told by keys.ts.
 * One table because a move of a return and all that follows from it is one transaction. Decision 0001.
 */

export const tableShape = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** TTL attribute, seconds since 1970. */
  expires: 'expires',
  /** New and old images. */
  streamView: 'NEW_AND_OLD_IMAGES',
  /**
   * The one index, sparse: only items that wait for a moment carry its keys (letters to send, rounds and units with a
   * reminder step to come, accounts to look at). Its sort key is that moment, so «what is owed by now?» is one query.
   */
  index: { name: 'waiting', partitionKey: 'waits', sortKey: 'until', projection: 'KEYS_ONLY' },
} as const
