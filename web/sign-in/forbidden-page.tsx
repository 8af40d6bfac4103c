/* 403: signed in, but not entitled. Says why, as whom, and whom to ask. */
import { session, signOut } from './session.ts'
import './sign-in-page.css'
import { say } from './page-words.ts'

export interface Contact {
  readonly name: string
  readonly phone?: string
  readonly email?: string
}

const ContactLine = ({ name, phone, email }: Contact) => (
  <li>
    {name}
    {phone !== undefined && <> · {say().phone(phone)}</>}
    {email !== undefined && (
      <>
        {' · '}
        <a href={`mailto:${email}`}>{email}</a>
      </>
    )}
  </li>
)

const WhomToAsk = ({ ask }: { readonly ask: readonly Contact[] }) =>
  ask.length === 0 ? (
    <p>{say().askCoordinator}</p>
  ) : (
    <>
      <p>{say().whomToAsk}</p>
      <ul>
        {ask.map((contact) => (
          <ContactLine key={contact.name} {...contact} />
        ))}
      </ul>
    </>
  )

/**
 * @param detail The sentence of the refusal.
 * @param ask The coordinators, where the page knows them.
 */
export const ForbiddenPage = ({ detail, ask = [] }: { readonly detail: string; readonly ask?: readonly Contact[] }) => {
  const { name, email } = session.value
  const who = [...new Set([name ?? '', email ?? ''])].filter((each) => each !== '').join(' · ')
  return (
    <section class="card sign-in-page" aria-labelledby="forbidden-title">
      <h1 id="forbidden-title">{say().forbidden}</h1>
      <p>{detail}</p>
      <WhomToAsk ask={ask} />
      {who !== '' && <p>{say().whoYouAre(who)}</p>}
      <p class="actions">
        <button type="button" onClick={signOut}>
          {say().otherAccount}
        </button>
      </p>
    </section>
  )
}
