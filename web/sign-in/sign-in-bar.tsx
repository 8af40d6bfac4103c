/* The notice of an expired sign-in, above the page that goes on standing there. */
import { session, signInAgain } from './session.ts'
import './sign-in-bar.css'
import { Trouble } from './trouble.tsx'
import { say } from './words.ts'

export const SignInBar = () =>
  session.value.state === 'expired' ? (
    <div class="notice warn sign-in-bar" role="alert">
      <div>
        <p>{say().expired}</p>
        <Trouble />
      </div>
      <button type="button" class="main" onClick={signInAgain}>
        {say().signInAgain}
      </button>
    </div>
  ) : null
