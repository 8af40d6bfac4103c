/* Units and people as a file: the directory to look through, and the template of an import. */
import { xlsxType } from '../../shared/api.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { msOf } from '../../shared/time.ts'
import { asCsv, exportedRows } from '../../shared/unit/directory-export.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { permitted } from '../pipeline/caller.ts'
import { http } from '../pipeline/http.ts'
import { scopeOf } from '../rounds/directory.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { StaffedUnit } from '../store/staffed-units.ts'
import type { StoredUnit } from '../store/units.ts'

/* A unit, then all below it, as the tree is read: each before the next beside it. One query for each that has any below. */
const treeUnder = async ({ units }: Services, tops: readonly StoredUnit[]): Promise<readonly StaffedUnit[]> => {
  const all = new Map<UnitId, StaffedUnit>()
  let level: readonly StaffedUnit[] = await sideBySide(tops, async (unit) => ({
    unit,
    people: await units.peopleOf(unit.id),
  }))
  while (level.length > 0) {
    for (const staffed of level) all.set(staffed.unit.id, staffed)
    const below = await sideBySide(
      level.filter(({ unit }) => unit.hasBelow),
      ({ unit }) => units.staffedBelow(unit.id),
    )
    level = below.flat().filter(({ unit }) => !all.has(unit.id))
  }
  const wayOf = ({ unit }: StaffedUnit): string => unit.path.join(' ')
  return [...all.values()].sort((one, other) => (wayOf(one) < wayOf(other) ? -1 : 1))
}

export const exportDirectory = (services: Services) =>
  http(services, 'exportDirectory', async ({ query, caller, language }) => {
    const scope = query.unit === undefined ? scopeOf(caller) : [query.unit]
    if (scope.length === 0) return refuse('notYours', { what: 'exportDirectory' })
    const tops = await services.units.units(scope)
    if (query.unit !== undefined && tops.length === 0) return refuse('notFound', { what: query.unit })
    for (const top of tops) {
      const allowed = await permitted(services, caller, 'exportDirectory', top)
      if (!allowed.ok) return allowed
    }
    const rows = exportedRows(await treeUnder(services, tops), language)
    const name = language === 'zh' ? '单位和人员名录' : 'Directory of units and people'
    if (query.format === 'csv') {
      const file = new TextEncoder().encode(asCsv(rows))
      return ok({ file, type: 'text/csv; charset=utf-8', name: `${name}.csv` })
    }
    const { writeDirectoryWorkbook } = await import('./write-directory.ts')
    const file = await writeDirectoryWorkbook(rows, language, new Date(msOf(services.now())))
    return ok({ file, type: xlsxType, name: `${name}.xlsx` })
  })
