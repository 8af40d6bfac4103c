/* What somebody sees who is not signed in: what this is, and one button. */
import { useState } from 'preact/hooks'
import { changeLanguage, language } from '../language.ts'
import { say as sayOfPage } from '../page/words.ts'
import { signIn } from './session.ts'
import './sign-in-page.css'
import { say } from './page-words.ts'
import { Trouble } from './trouble.tsx'

/* Whoever signs in is answered in the language of their own record; until then this choice is enough. */
const OtherLanguage = () => {
  const other = language.value === 'zh' ? 'en' : 'zh'
  const [failed, setFailed] = useState(false)
  const take = async () => setFailed(!(await changeLanguage(other)))
  return (
    <>
      <button type="button" class="plain" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={take}>
        {say().otherLanguage}
      </button>
      {failed && <span role="status">{sayOfPage().notSwitched}</span>}
    </>
  )
}

export const SignInPage = () => (
  <section class="card sign-in-page" aria-labelledby="sign-in-title">
    <h1 id="sign-in-title">{say().huibao}</h1>
    <p class="lead">{say().whatThisIs}</p>
    <p>{say().whoMayEnter}</p>
    <p>{say().withWhat}</p>
    <Trouble />
    <p class="actions">
      <button type="button" class="main" onClick={signIn}>
        {say().signIn}
      </button>
      <OtherLanguage />
    </p>
  </section>
)
