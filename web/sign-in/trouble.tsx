import { session } from './session.ts'
import { say } from './words.ts'

/** Why the last attempt to sign in led nowhere, and what the browser forbids. */
export const Trouble = () => {
  const { trouble, isKept } = session.value
  return (
    <>
      {trouble !== undefined && <p class="notice warn">{say()[trouble]}</p>}
      {!isKept && <p class="notice warn">{say().notKept}</p>}
    </>
  )
}
