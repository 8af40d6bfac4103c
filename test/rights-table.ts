/*
 * Prints the table of docs/rights.md from shared/access.ts: `node test/rights-table.ts`. A test keeps the two equal.
 */
import { isAllowed, relations } from '../shared/access.ts'
import { type RouteId, type RouteSpec, routes } from '../shared/api.ts'
import { roles } from '../shared/unit/unit.ts'

/* Object.keys forgets the key type; the table is `as const`, so these are exactly its keys. */
const routeIds = Object.keys(routes) as readonly RouteId[]

const allowed = (id: RouteId, route: RouteSpec): readonly string[] =>
  roles.map((role) => {
    if (route.open === true) return 'no sign-in'
    const where = relations.filter((relation) => isAllowed(id, role, relation))
    return where.length === relations.length ? 'everywhere' : where.join(', ') || '–'
  })

const asked: Readonly<Record<RouteSpec['target'], string>> = {
  return: 'the unit of the return',
  collected: 'the unit that collects the return',
  report: 'the unit of the report',
  round: 'the owner of the round',
  unit: 'the unit',
  none: '–',
}

const rowOf = (id: RouteId): string => {
  const route: RouteSpec = routes[id]
  const cells = [`\`${id}\``, `\`${route.method} ${route.path}\``, asked[route.target], ...allowed(id, route)]
  return `| ${cells.join(' | ')} |`
}

/** Markdown table: one row per route, one column per role, in each cell the relations that are allowed. */
export const rightsTable = (): string =>
  [
    `| id | route | rights are asked about | ${roles.join(' | ')} |`,
    `|---|---|---|${roles.map(() => '---|').join('')}`,
    ...routeIds.map(rowOf),
  ].join('\n')

if (import.meta.main) console.log(rightsTable())
