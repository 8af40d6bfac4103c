/* Taking back what was handed in on behalf of the unit: asked once more, in place. */
import { say } from './words.ts'

interface TakeBackProps {
  readonly isBusy: boolean
  readonly sure: () => void
  readonly cancel: () => void
}

export const TakeBack = ({ isBusy, sure, cancel }: TakeBackProps) => {
  const words = say()
  return (
    <div class="card">
      <h3>{words.withdraw}</h3>
      <p>{words.withdrawIs}</p>
      <p class="actions">
        <button type="button" aria-disabled={isBusy} onClick={sure}>
          {words.withdrawNow}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    </div>
  )
}
