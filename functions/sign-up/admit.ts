/*
 * The user pool asks before it makes an account: only for an address of somebody in the directory. It never confirms
 * the account or the address by itself: a code that came back from the mailbox does that, or whoever made the account
 * out of the directory. The pool's own words for no are an error.
 */
import type { UnitStore } from '../store/units.ts'

/** What the pool hands over and wants back; only what is read here. */
export interface PreSignUpEvent {
  readonly triggerSource: string
  readonly request: { readonly userAttributes: Readonly<Record<string, string | undefined>> }
  readonly response: object
}

export interface Parts {
  readonly units: Pick<UnitStore, 'personByEmail'>
  /** Writes one line without an address. */
  readonly refused: () => void
}

/* Cognito shows this to the person, behind words of its own. */
const refusal =
  '该邮箱未登记，请联系上级单位的汇总联系人。 This address is not registered; ask the coordinator of the unit above.'

/** The event as it came, for somebody of the directory; throws for everybody else. */
export const admit = async <E extends PreSignUpEvent>({ units, refused }: Parts, event: E): Promise<E> => {
  const email = event.request.userAttributes['email'] ?? ''
  const person = email === '' ? undefined : await units.personByEmail(email)
  if (person !== undefined) return event
  refused()
  throw new Error(refusal)
}
