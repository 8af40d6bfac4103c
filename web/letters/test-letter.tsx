/* A step's letter to oneself, to see how it looks where letters are read. */
import { useState } from 'preact/hooks'
import { ask } from '../api/collecting.ts'
import { say } from './words.ts'

interface TestProps {
  readonly round: string
  readonly step: string
  readonly unit: string | undefined
  readonly what: string
}

export const TestLetter = ({ round, step, unit, what }: TestProps) => {
  const [said, setSaid] = useState<{ readonly text: string; readonly isBad: boolean } | undefined>(undefined)
  const [isBusy, setBusy] = useState(false)
  const words = say()
  const send = async () => {
    setBusy(true)
    const answer = await ask('testLetter', { path: { round }, query: { unit }, body: { step } })
    setBusy(false)
    setSaid(
      answer.ok ? { text: say().tested(answer.value.to), isBad: false } : { text: answer.problem.detail, isBad: true },
    )
  }
  return (
    <>
      <button type="button" class="plain" disabled={isBusy} aria-label={words.testOf(what)} onClick={send}>
        {words.test}
      </button>
      <span role="status" class={said?.isBad === true ? 'bad' : 'hint'}>
        {said?.text}
      </span>
    </>
  )
}
