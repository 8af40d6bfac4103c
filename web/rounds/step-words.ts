/* What a step of the ladder is called, as in letters and in the log (shared/round/ladder.ts brings Temporal with it). */
import type { Round } from './draft.ts'
import { say } from './settings-words.ts'

export const stepInWords = (round: Pick<Round, 'ladder'>, id: string): string => {
  const words = say()
  const timing = round.ladder.find((step) => step.id === id)?.timing
  if (timing === undefined) return id
  if (timing.kind === 'opening' || timing.kind === 'dueDay') return words[timing.kind]
  return words[timing.kind](timing.count, words[timing.of](timing.count))
}
