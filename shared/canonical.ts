/*
 * One text for one value: the same facts always give the same hash, in whatever order they came. Keys are sorted
 * by UTF-16 unit, there is no white space, absent keys (undefined) are left out. After RFC 8785, which our values
 * (text, safe integers, booleans, null) need no more of.
 */

const isUndefined = (value: unknown): value is undefined => value === undefined

/**
 * JSON text with sorted keys. Throws RangeError on what JSON cannot say: NaN, infinities, functions, bigint, and
 * `undefined` outside an object's value.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no JSON text.`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new RangeError(`A ${typeof value} has no JSON text.`)
  const entries = Object.entries(value).filter(([, item]) => !isUndefined(item))
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
