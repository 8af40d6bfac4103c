/*
 * Whose figures these are, said on every figure (product A2): the unit's own, or the unit's with all below it.
 * The words are data of the unit: a city bureau says 市局本级 and 全市（含县区）, a ministry says something else.
 * A unit without words of its own gets them made from its short name. Nothing here knows Haidong.
 */
import { words } from '../form/words.ts'
import type { Words } from '../words.ts'

/** What a unit calls its own figures and those of itself with all units below. */
export interface ScopeWords {
  /** 市局本级 */
  readonly own: Words
  /** 全市（含县区） */
  readonly whole: Words
}

/** What a scope label is made from; `scope` where the office has words of its own. */
export interface ScopeUnit {
  readonly shortName: Words
  readonly hasBelow: boolean
  readonly scope?: ScopeWords
}

/**
 * The label of a unit's own return: the office's words, else 「海东市局本级」; a unit with nobody below it has only
 * one scope and is simply named.
 */
export const ownScope = (unit: ScopeUnit): Words => {
  const { zh, en } = unit.shortName
  return unit.scope?.own ?? (unit.hasBelow ? words(`${zh}本级`, `${en}, own figures`) : unit.shortName)
}

/** The label of a report over a unit and all below it: the office's words, else 「海东市局及所属单位」. */
export const wholeScope = (unit: ScopeUnit): Words => {
  const { zh, en } = unit.shortName
  return unit.scope?.whole ?? words(`${zh}及所属单位`, `${en} with all units below`)
}

/**
 * Said on form, letters and report of a collection that is not the filing the law asks for: a county bureau files
 * with its county government (国令第711号 art. 49; the bureaus are under dual, not vertical, leadership).
 */
export const notStatutory: Words = words(
  '内部汇总，不代替向本级政府的法定报送',
  'Internal summary; does not replace the statutory filing with the government of the same level',
)

/** Said wherever figures are drawn from a seed and not from an office. */
export const demoMark: Words = words('演示数据', 'Demonstration data')
