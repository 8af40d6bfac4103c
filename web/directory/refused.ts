/* Why the API did not save a form: sentences by field, and what belongs to none. */
import type { Problem } from '../api/problem.ts'

export interface Refused {
  /** In the order of the fields. */
  readonly at: readonly { readonly field: string; readonly sentence: string }[]
  readonly rest: readonly string[]
}

/**
 * @param fields of the form, as the API's paths begin: `posts` has posts.0.unit
 * @param codes the field that a refusal without a path is about
 */
export const refusedBy = (
  { code, detail, errors }: Problem,
  fields: readonly string[],
  codes: Readonly<Partial<Record<Problem['code'], string>>>,
): Refused => {
  const fieldOf = (path: string) => fields.find((field) => path === field || path.startsWith(`${field}.`))
  const about = codes[code]
  if (errors.length === 0)
    return about === undefined ? { at: [], rest: [detail] } : { at: [{ field: about, sentence: detail }], rest: [] }
  const placed = errors.map(({ path = '', message }) => ({ field: fieldOf(path), sentence: message }))
  return {
    at: fields.flatMap((field) => placed.flatMap((one) => (one.field === field ? [{ ...one, field }] : []))),
    rest: placed.filter(({ field }) => field === undefined).map(({ sentence }) => sentence),
  }
}

/** The sentence at one field. */
export const sentenceAt = (refused: Refused | undefined, field: string): string | undefined =>
  refused?.at.find((one) => one.field === field)?.sentence
