/* An entry of a round's log in words. Facts are as whoever wrote them left them, so each is looked at before it is said. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { language } from '../language.ts'
import { dueTimeInWords } from '../zoned-moment.ts'
import { say } from './log-words.ts'

export type LogEntry = AnswerOf<Routes['getRoundLog']>['entries'][number]

interface Around {
  readonly zone: string
  readonly nameOf: (unit: string) => string
}

export interface EntryInWords {
  readonly what: string
  /** Further sentences below it. */
  readonly more: readonly string[]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const comma = (): string => (language.value === 'zh' ? '、' : ', ')

const isWords = (value: unknown): value is { readonly zh: string; readonly en: string } =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

const parts = ['title', 'opensAt', 'dueAt', 'dueByLevel', 'ladder', 'calendar', 'statutory', 'extraChecks'] as const

export const entryInWords = ({ what, facts = {} }: LogEntry, { zone, nameOf }: Around): EntryInWords => {
  const words = say()
  const units = (value: unknown): string =>
    listOf(value)
      .map((unit) => nameOf(String(unit)))
      .join(comma())
  switch (what) {
    case 'planned': {
      const due = textOf(facts['dueAt'])
      return { what: words.planned(due === '' ? '' : dueTimeInWords(due, zone)), more: [] }
    }
    case 'changed': {
      const changes = listOf(facts['changes'])
      const named = parts.filter((part) => changes.includes(part)).map((part) => words[part])
      const moved = listOf(facts['replanned']).filter(isWords)
      return {
        what: words.changed(named.join(comma())),
        more: moved.length === 0 ? [] : [words.replanned, ...moved.map((one) => one[language.value])],
      }
    }
    case 'approved':
    case 'opened':
      return { what: words[what], more: [] }
    case 'closed': {
      const despite = units(facts['despite'])
      return { what: words.closed, more: despite === '' ? [] : [words.despite(despite)] }
    }
    case 'reportEdited':
      return { what: words.reportEdited(nameOf(textOf(facts['unit']))), more: [] }
    case 'handedIn': {
      const missing = units(facts['missing'])
      return {
        what: words.handedIn(nameOf(textOf(facts['unit']))),
        more: missing === '' ? [] : [words.missing(missing)],
      }
    }
    case 'reportAccepted':
      return { what: words.reportAccepted(nameOf(textOf(facts['unit']))), more: [] }
    case 'reportSentBack':
      return {
        what: words.reportSentBack(nameOf(textOf(facts['unit']))),
        more: [words.because(textOf(facts['reason']))],
      }
    case 'published':
      return { what: words.published(Number(facts['edition'] ?? 1)), more: [] }
    default:
      return { what: words.unknown(what), more: [] }
  }
}
