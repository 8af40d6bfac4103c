/*
 * Reads the numbers that a narrative states, by phrases that are data. Only what is certain is read: a number of
 * another year, of a part (其中), a rough one (近, 余), a difference (同比, 增加) or one of something else is passed over.
 */
import type { RuleOf } from '../rule-of.ts'
import { numberOf } from './number-in-words.ts'
import { squeeze } from './text-parts.ts'

export interface Said {
  readonly number: number
  /** The words, spaces apart. */
  readonly words: string
  /** In the text as typed. */
  readonly start: number
  readonly end: number
}

type Reading = RuleOf<'textAgrees'>

const figure =
  '(?<![0-9.零〇一二两三四五六七八九十百千万]|[0-9],)([0-9][0-9,]{0,20}|[零〇一二两三四五六七八九十百千万]{1,16})'
const whole = '(?![次余多均]|以[上内]|左右|[、及和与]下)'
/* What a `#` asks for at least. Most texts hold none: they need no pattern of any rule. */
const counted = /[0-9,零〇一二两三四五六七八九十百千万][件起宗例份条篇]/
const gap = '[^，。；：！？,;:!?（）()0-9\\n]{0,24}?'

const patternOf = (phrase: string): string =>
  phrase
    .replace(/\((?!\?)/g, '(?:')
    .replace(/…/g, gap)
    .replace(/#件/g, `${figure}(?:件|起|宗|例|份)${whole}`)
    .replace(/#条/g, `${figure}(?:条|篇)${whole}`)

type Pattern = () => RegExp | undefined

interface Patterns {
  readonly said: Pattern
  readonly none: Pattern
  readonly about: Pattern
  readonly notAbout: Pattern
}

const known = new WeakMap<Reading, Patterns>()

/** A pattern of any of the phrases, made when a text first needs it: all of them together are felt at a start. */
const anyOf = (phrases: readonly string[]): Pattern => {
  let pattern: RegExp | undefined
  return () => {
    if (phrases.length > 0) pattern ??= new RegExp(phrases.map(patternOf).join('|'), 'g')
    return pattern
  }
}

const patternsOf = (rule: Reading): Patterns => {
  const one = (phrase: string | undefined): Pattern => anyOf(phrase === undefined ? [] : [phrase])
  const patterns = known.get(rule) ?? {
    said: anyOf(rule.phrases),
    none: anyOf(rule.none ?? []),
    about: one(rule.about),
    notAbout: one(rule.notAbout),
  }
  known.set(rule, patterns)
  return patterns
}

/** Rough, a difference or an average. */
const uncertain = /同比|环比|[增减升降约近超逾]|不足|至少|多达|平均|每|以内|其中|预计|力争/
const compared =
  /[比较与同跟](?:去年|上年度?|上一年度?|20[0-9]{2}年)(?:同期)?|20[0-9]{2}年(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:起)?至/g
const times =
  /(20[0-9]{2})年(?:12月31日|12月底|底|末)?|今年(?:以来)?|本年|全年|年内|当年|12月31日|年底|年末|(?:去年|上年度?|上一年度?)(?!结转|转)|往年|历年|同期|以来|月|季度|半年/g
const thisYear = /^(?:今年|本年|全年|年内|当年|12月31日|年底|年末)/

/** Does the last word about time before a number say that it is of the report year? Silence does. */
const isOfYear = (before: string, year: number | undefined): boolean => {
  let isThis = true
  for (const [time, named] of before.replace(compared, '').matchAll(times)) {
    isThis = named === undefined ? thisYear.test(time) : year !== undefined && Number(named) === year
  }
  return isThis
}

const lastAt = (pattern: RegExp, text: string): number => {
  let at = -1
  for (const match of text.matchAll(pattern)) at = match.index + match[0].length
  return at
}

/* How far back a text may have said what it speaks of. */
const reach = 300

const isAbout = (patterns: Patterns, text: string, start: number, end: number): boolean => {
  const [before, about] = [text.slice(Math.max(0, start - reach), end), patterns.about()]
  const from = about ? lastAt(about, before) : 0
  if (from < 0) return false
  const notAbout = patterns.notAbout()
  return !(notAbout && lastAt(notAbout, before.slice(from)) >= 0)
}

const sentenceBefore = (text: string, start: number): string => {
  let from = start
  while (from > 0 && start - from < 400 && !/[。！？；]/.test(text.charAt(from - 1))) from -= 1
  return text.slice(from, start)
}

const readText = (rule: Reading, typed: string, year: number | undefined): readonly Said[] => {
  const { text, at } = squeeze(typed)
  const patterns = patternsOf(rule)
  const said = new Map<number, Said>()
  const take = (pattern: RegExp | undefined, isNone: boolean): void => {
    for (const match of pattern ? text.matchAll(pattern) : []) {
      const [found, ...groups] = match
      const end = match.index + found.length
      const number = isNone ? 0 : numberOf(groups.find((group) => group !== undefined) ?? '')
      const before = sentenceBefore(text, match.index)
      if (number === undefined || uncertain.test(found) || said.has(end)) continue
      if (!isOfYear(before, year) || (!rule.inParts && before.includes('其中'))) continue
      if (!isAbout(patterns, text, match.index, end)) continue
      said.set(end, { number, words: found, start: at[match.index] ?? 0, end: (at[end - 1] ?? 0) + 1 })
    }
  }
  if (counted.test(text)) take(patterns.said(), false)
  take(patterns.none(), true)
  return [...said.values()]
}

/* The last text of each rule: while tables are filled in, the narratives are not read again for every key. */
const lastRead = new WeakMap<Reading, Map<string, { text: string; year: number | undefined; said: readonly Said[] }>>()

/** What a text states, as a rule reads it. `place` names the text, so that its last reading is kept. */
export const saidIn = (rule: Reading, place: string, text: string, year: number | undefined): readonly Said[] => {
  const ofRule = lastRead.get(rule) ?? new Map()
  lastRead.set(rule, ofRule)
  const last = ofRule.get(place)
  if (last && last.text === text && last.year === year) return last.said
  const said = readText(rule, text, year)
  ofRule.set(place, { text, year, said })
  return said
}
