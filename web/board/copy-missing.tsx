/* Copies the list of the missing; where the browser does not let a page copy, the text is there to be selected. */
import { useSignal } from '@preact/signals'
import { missingList } from './missing-list.ts'
import type { BoardAnswer } from './watch-board.ts'
import { say } from './words.ts'

interface CopyMissingProps {
  readonly board: BoardAnswer
  readonly tell: (news: string) => void
}

export const CopyMissing = ({ board, tell }: CopyMissingProps) => {
  const words = say()
  const byHand = useSignal<string | undefined>(undefined)
  const copy = async () => {
    const { count, text } = missingList(board)
    byHand.value = undefined
    if (count === 0) return tell(words.noneMissing)
    try {
      await navigator.clipboard.writeText(text)
      tell(words.copied(count))
    } catch {
      byHand.value = text
    }
  }
  return (
    <>
      <button type="button" onClick={copy}>
        {words.copyMissing}
      </button>
      {byHand.value !== undefined && (
        <label class="board-by-hand">
          {words.copyFailed}
          <textarea readOnly rows={6} value={byHand.value} />
        </label>
      )}
    </>
  )
}
