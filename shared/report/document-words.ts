/* Sentences and dates that the return's and the report's documents share. */
import type { Form } from '../form/form.ts'
import { formById } from '../form/forms.ts'
import { partsOf } from '../form/join.ts'
import { type Language, words } from '../form/words.ts'
import { dateInWords } from '../round/due-in-words.ts'
import { dayOf, type Instant, timeOf } from '../time.ts'
import type { Words } from '../words.ts'
import { demoMark, notStatutory } from './scope.ts'

/** 「2020年1月20日14:02」 in a zone. */
export const momentInWords = (at: Instant, zone: string, language: Language): string => {
  const day = dateInWords(dayOf(at, zone), language)
  return language === 'zh' ? `${day}${timeOf(at, zone)}` : `${day}, ${timeOf(at, zone)}`
}

/** The title of the edition, without its supplements. */
const editionTitle = (form: Form): Words => formById(partsOf(form.id)[0] ?? '')?.title ?? form.title

/** Broken by sense: the unit, then the year and the kind of report. */
export const titleLines = (unit: Words, form: Form, year: number, language: Language): readonly string[] =>
  language === 'zh' ? [unit.zh, `${year}年度${editionTitle(form).zh}`] : [unit.en, `${editionTitle(form).en}, ${year}`]

/** File name: title lines joined, without what file systems refuse. */
export const nameOf = (lines: readonly string[], language: Language): string =>
  lines
    .join(language === 'zh' ? '' : ' - ')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()

/** Names in one line: 「乐都、平安」. */
export const namesInWords = (names: readonly Words[], language: Language): string =>
  names.map((name) => name[language]).join(language === 'zh' ? '、' : ', ')

const scopeHeadings = {
  return: words('填报范围：', 'Scope: '),
  report: words('汇总范围：', 'Scope: '),
} as const

/** 「汇总范围：全市（含县区）」, with 演示数据 where the figures are drawn. Stands under the title and over each table. */
export const scopeLine = (
  of: keyof typeof scopeHeadings,
  { scope, demo, language }: { readonly scope: Words; readonly demo: boolean; readonly language: Language },
): string => {
  const line = `${scopeHeadings[of][language]}${scope[language]}`
  return demo ? `${line}　${demoMark[language]}` : line
}

/** Said under the title unless the collection is the filing the law asks for. */
export const statutoryLines = (statutory: boolean, language: Language): readonly string[] =>
  statutory ? [] : [language === 'zh' ? `${notStatutory.zh}。` : `${notStatutory.en}.`]

/** The hash of what the document rests on; whoever has the records can compute it again. */
export const hashLine = (hash: string, language: Language): string =>
  language === 'zh' ? `数据校验码：${hash}` : `Checksum of the data: ${hash}`

/** Room for a day written by hand. */
export const dayByHand = (language: Language): string =>
  language === 'zh' ? '　　　　年　　月　　日' : 'Date: ____________'
