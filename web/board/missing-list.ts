/* The list of the missing as text, for a chat group or a circular: unit, people, telephones. */
import { language } from '../language.ts'
import { owes } from './rows-shown.ts'
import type { BoardAnswer } from './watch-board.ts'
import { say } from './words.ts'

export const missingList = ({ round, rows }: BoardAnswer): { readonly count: number; readonly text: string } => {
  const words = say()
  const missing = rows.filter(owes)
  const lines = missing.map(({ name, people }, i) => {
    const who = people
      .filter(({ role }) => role === 'reporter')
      .map((one) => `${one.name} ${one.phone ?? words.noPhone}`)
      .join(words.gap)
    return `${i + 1}. ${name[language.value]}${words.colon}${who === '' ? words.noPeople : who}`
  })
  const head = words.missingHead(round.title, round.due.inWords, missing.length)
  return { count: missing.length, text: [head, ...lines].join('\n') }
}
