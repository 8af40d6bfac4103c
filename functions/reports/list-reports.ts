/*
 * The archive (product D6). It answers page by page: a look through texts reads those of a bounded number of reports,
 * says how many it has read, and where to go on from. Decision 0036.
 */
import type { Cells } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import { formById } from '../../shared/form/forms.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { askedWords, findWords } from '../../shared/report/find-words.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { Caller } from '../pipeline/caller.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { ArchivedReport, Found } from '../store/archive.ts'

/* Their texts are at most a few hundred kilobytes each. */
const reportsAtOnce = 30

/** A unit whose reports the caller reads: with all below it, or, for who fills in, its own only. */
interface Place {
  readonly unit: UnitId
  readonly ownOnly: boolean
}

const wide: readonly string[] = ['coordinator', 'leader']

const placesOf = async ({ units }: Services, { person }: Caller, asked: UnitId | undefined) => {
  const posts = person.posts.filter(({ role }) => role === 'reporter' || wide.includes(role))
  const ways = new Map(
    (await units.units([...new Set(posts.map(({ unit }) => unit))])).map((one) => [one.id, one.path]),
  )
  const places = posts.map(({ unit, role }) => ({ unit, ownOnly: !wide.includes(role) }))
  const isWithin = (unit: UnitId, path: readonly UnitId[], place: Place): boolean =>
    place.ownOnly ? place.unit === unit : path.includes(place.unit)
  if (asked !== undefined) {
    const unit = await units.unit(asked)
    const within = unit === undefined ? [] : places.filter((place) => isWithin(unit.id, unit.path, place))
    return within.length === 0 ? undefined : [{ unit: asked, ownOnly: within.every(({ ownOnly }) => ownOnly) }]
  }
  /* What another place holds already is not looked at twice. */
  return places.filter(
    (place, i) =>
      !places.some((other, j) => {
        const isSame = other.unit === place.unit && other.ownOnly === place.ownOnly
        return isSame ? j < i : i !== j && isWithin(place.unit, ways.get(place.unit) ?? [], other) && !other.ownOnly
      }),
  )
}

const pageOf = async (
  { reports }: Services,
  places: readonly Place[],
  query: { readonly year?: string | undefined; readonly after?: string | undefined },
): Promise<{ readonly found: readonly Found[]; readonly after?: string }> => {
  const pages = await sideBySide(places, async ({ unit, ownOnly }) =>
    (await reports.archive(unit, { ...query, limit: reportsAtOnce + 1 })).map((found) => ({
      ...found,
      isTheirs: !ownOnly || found.report.unit === unit,
    })),
  )
  const all = pages.flat().sort((a, b) => (a.place < b.place ? 1 : -1))
  const read = all.slice(0, reportsAtOnce)
  const last = read[reportsAtOnce - 1]
  return {
    found: read.filter(({ isTheirs }) => isTheirs),
    ...(last !== undefined && all.length > reportsAtOnce ? { after: last.place } : {}),
  }
}

const textsOf = async ({ reports, returns }: Services, report: ArchivedReport): Promise<Cells> =>
  report.published === undefined
    ? ((await returns.history(report.unit, report.year, 'report'))?.cells ?? {})
    : reports.editionTexts(report.published.round, report.published.edition)

/** Where the words stand in a report; undefined where one of them is nowhere in it. */
const hitsIn = async (services: Services, report: ArchivedReport, asked: readonly string[]) => {
  const form = formById(report.form)
  const left = new Set(asked)
  const hits = Object.entries(await textsOf(services, report)).flatMap(([cell, text]) => {
    const field = form && fieldAt(form, cell)
    if (typeof text !== 'string' || field?.kind !== 'narrative') return []
    return [...findWords(text, [...left])].map(([word, hit]) => {
      left.delete(word)
      return { cell, label: field.label, ...hit }
    })
  })
  return left.size === 0 ? hits : undefined
}

export const listReports = (services: Services) =>
  http(services, 'listReports', async ({ query, caller }) => {
    const { unit, text = '', ...where } = query
    const places = await placesOf(services, caller, unit)
    if (places === undefined) return refuse('notFound', { what: unit ?? '' })
    const { found, after } = await pageOf(services, places, where)
    const asked = askedWords(text)
    const looked = await sideBySide(found, async ({ report }) => {
      const hits = await hitsIn(services, report, asked)
      return asked.length > 0 && hits === undefined ? [] : [{ ...report, hits: asked.length === 0 ? [] : (hits ?? []) }]
    })
    return ok({ reports: looked.flat(), read: found.length, ...(after === undefined ? {} : { after }) })
  })
