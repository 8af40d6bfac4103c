/* Kinds of rules as types, so that a table of evaluators can be closed and called without a cast. */
import type { Rule } from './form.ts'

export type RuleKind = Rule['kind']
type Rules = { readonly [R in Rule as R['kind']]: R }

/** The rule of one kind; of several kinds, their union. */
export type RuleOf<K extends RuleKind = RuleKind> = { readonly [P in K]: { readonly kind: P } & Rules[P] }[K]
