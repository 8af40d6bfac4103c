/* Units: who must answer, as a tree of any depth. A unit knows the way from the root to itself. */
import type { Words } from '../form/form.ts'

export type UnitId = string

export interface Unit {
  /** Division code or other id, `[a-z0-9-]`, at most 40 characters. */
  readonly id: UnitId
  readonly name: Words
  /** Short name for lists and letters: 乐都. */
  readonly shortName: Words
  readonly parent?: UnitId
  /** From the root to this unit, itself included. */
  readonly path: readonly UnitId[]
  /** What it calls its own figures and those with all units below: 市局本级, 全市（含县区）. Absent: made from the short name. */
  readonly scope?: { readonly own: Words; readonly whole: Words }
  /** Does any unit stand below it? */
  readonly hasBelow: boolean
}

export type Role = 'reporter' | 'coordinator' | 'leader' | 'administrator'
export const roles = ['reporter', 'coordinator', 'leader', 'administrator'] as const satisfies readonly Role[]

/** A post: one role in one unit. A person may hold several (product I0). */
export interface Post {
  readonly unit: UnitId
  readonly role: Role
}

export type Language = 'zh' | 'en'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone?: string
  readonly language: Language
  readonly posts: readonly Post[]
}
