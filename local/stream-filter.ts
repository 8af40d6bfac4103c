/*
 * The part of EventBridge's filter language that the manifest uses: lists of exact values, {prefix}, {exists},
 * nested to any depth. Alternatives of one list are "or", keys of one object are "and". Anything else throws,
 * so that a filter which AWS would read differently is never silently ignored here.
 */
export type Filter = { readonly [key: string]: Filter | readonly Test[] }
export type Test = string | number | boolean | null | { readonly prefix: string } | { readonly exists: boolean }

const isTests = (filter: Filter | readonly Test[]): filter is readonly Test[] => Array.isArray(filter)

const passes = (value: unknown, test: Test): boolean => {
  if (typeof test !== 'object' || test === null) return value === test
  if ('prefix' in test) return typeof value === 'string' && value.startsWith(test.prefix)
  if ('exists' in test) return (value !== undefined) === test.exists
  throw new Error(`unknown filter ${JSON.stringify(test)}`)
}

const child = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined

/** Does the record pass the filter? */
export const matches = (record: unknown, filter: Filter): boolean =>
  Object.entries(filter).every(([key, inner]) => {
    const value = child(record, key)
    return isTests(inner) ? inner.some((test) => passes(value, test)) : matches(value, inner)
  })

/** Does the record pass one of the filters? No filter lets everything pass. */
export const passesAny = (record: unknown, filters: readonly Filter[]): boolean =>
  filters.length === 0 || filters.some((filter) => matches(record, filter))
