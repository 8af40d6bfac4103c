/*
 * Who may do what: one pure function over one table. A post is a role in a unit; the table says for every route and
 * role in which relation the target may stand to that unit. docs/rights.md prints the same table, and a generated
 * test asks every route × role × relation. Decision 0008.
 */
import type { RouteId } from './api.ts'
import type { Person, Role, Unit, UnitId } from './unit/unit.ts'

/** Where the target stands, seen from the post's unit: the same unit, below it, above it, or none of these. */
export type Relation = 'own' | 'below' | 'above' | 'elsewhere'
export const relations = ['own', 'below', 'above', 'elsewhere'] as const satisfies readonly Relation[]

type Rights = Readonly<Partial<Record<Role, readonly Relation[]>>>

const inScope = ['own', 'below'] as const
const around = ['own', 'below', 'above'] as const
const everywhere = relations

/* Anyone who holds a post, whatever it is. */
const anyone: Rights = { reporter: everywhere, coordinator: everywhere, leader: everywhere, administrator: everywhere }
const concerned: Rights = { reporter: around, coordinator: around, leader: around, administrator: around }
const coordinates: Rights = { coordinator: inScope }
const reads: Rights = { reporter: ['own'], coordinator: inScope, leader: inScope }
/* The coordinator may fill in for a unit; the return, the log and the letters say so (product W1). */
const fillsIn: Rights = { reporter: ['own'], coordinator: inScope }
const oversees: Rights = { coordinator: inScope, leader: inScope }
const keepsDirectory: Rights = { coordinator: inScope, administrator: everywhere }

export const rights = {
  getOpenApi: anyone,
  getMe: anyone,
  patchMe: anyone,
  listForms: anyone,
  getForm: anyone,
  listUnits: keepsDirectory,
  putUnit: keepsDirectory,
  importDirectory: keepsDirectory,
  exportDirectory: keepsDirectory,
  listPeople: keepsDirectory,
  postPerson: keepsDirectory,
  putPerson: keepsDirectory,
  deletePerson: keepsDirectory,
  handOver: keepsDirectory,
  clearAddress: keepsDirectory,
  listRounds: anyone,
  postRound: coordinates,
  getRound: concerned,
  patchRound: coordinates,
  openRound: coordinates,
  closeRound: coordinates,
  getBoard: oversees,
  getBoardFile: oversees,
  getReminders: coordinates,
  previewLetter: coordinates,
  testLetter: coordinates,
  writeNow: coordinates,
  putMute: coordinates,
  deleteMute: coordinates,
  putExtension: coordinates,
  deleteExtension: coordinates,
  getRoundLog: coordinates,
  getReturn: reads,
  patchReturn: fillsIn,
  fillReturn: fillsIn,
  submitReturn: fillsIn,
  withdrawReturn: fillsIn,
  reviewReturn: coordinates,
  putReviewDraft: coordinates,
  answerComment: fillsIn,
  acceptSeveral: coordinates,
  reopenReturn: coordinates,
  listRevisions: reads,
  getRevision: reads,
  getChanges: reads,
  getReturnLog: fillsIn,
  getReturnDocument: reads,
  getReturnWorkbook: fillsIn,
  putReturnWorkbook: fillsIn,
  putHistory: coordinates,
  getHistory: coordinates,
  getHistoryWorkbook: coordinates,
  putHistoryWorkbook: coordinates,
  getReport: oversees,
  getSummary: oversees,
  getReportCell: oversees,
  patchReport: coordinates,
  handInReport: { coordinator: ['own'] },
  reviewReport: { coordinator: ['below'] },
  publishReport: { coordinator: ['own'] },
  getReportDocument: oversees,
  listReports: anyone,
  getReportYears: reads,
  getAppraisal: oversees,
  getAppraisalWorkbook: oversees,
  getCircular: oversees,
} as const satisfies Record<RouteId, Rights>

/** The relation of a unit to the unit of a post. `unit.path` runs from the root to the unit itself. */
export const relationOf = (
  postUnit: UnitId,
  postPath: readonly UnitId[],
  unit: Pick<Unit, 'id' | 'path'>,
): Relation => {
  if (unit.id === postUnit) return 'own'
  if (unit.path.includes(postUnit)) return 'below'
  return postPath.includes(unit.id) ? 'above' : 'elsewhere'
}

/** May somebody with this role use the route on a target in this relation? */
export const isAllowed = (route: RouteId, role: Role, relation: Relation): boolean => {
  const table: Rights = rights[route]
  return (table[role] ?? []).includes(relation)
}

export interface PostWithPath {
  readonly unit: UnitId
  readonly role: Role
  readonly path: readonly UnitId[]
}

/**
 * What a caller may do on a target: `yes` with the role that allows it, `no`, or `unknown` when the caller stands
 * nowhere near the target and may not even know of it (404 then, not 403).
 */
export const mayUse = (
  route: RouteId,
  posts: readonly PostWithPath[],
  target: Pick<Unit, 'id' | 'path'>,
): { readonly may: 'yes'; readonly role: Role; readonly relation: Relation } | { readonly may: 'no' | 'unknown' } => {
  let near = false
  for (const post of posts) {
    const relation = relationOf(post.unit, post.path, target)
    if (isAllowed(route, post.role, relation)) return { may: 'yes', role: post.role, relation }
    if (relation !== 'elsewhere') near = true
  }
  return { may: near ? 'no' : 'unknown' }
}

/** Does the person act for a unit that is not their own reporter's post? Then the act is marked (product W1). */
export const actsOnBehalf = (person: Pick<Person, 'posts'>, unit: UnitId): boolean =>
  !person.posts.some((post) => post.role === 'reporter' && post.unit === unit)
