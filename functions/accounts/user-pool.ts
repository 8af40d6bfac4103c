/*
 * Accounts of a Cognito user pool, by address. Nothing is remembered here of what was made: an address has one account
 * at most, and every call looks what there is. An account is made without a password, so that the code in the mailbox
 * is the only way in (decision 0021), and without a letter of Cognito's own. Decision 0026.
 */
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'

export interface UserPool {
  /**
   * Sees to it that the address has an account that works, and answers its subject; `undefined` for one that somebody
   * began by themselves and whose address no code has proven yet. Rejects with what Cognito answers.
   */
  readonly open: (email: string) => Promise<string | undefined>
  /** Sees to it that nobody can sign in under the address, and that who has is signed out. */
  readonly close: (email: string) => Promise<void>
}

const attributeOf = (attributes: readonly AttributeType[] | undefined, name: string): string | undefined =>
  attributes?.find((attribute) => attribute.Name === name)?.Value

const subjectOf = (attributes: readonly AttributeType[] | undefined): string => {
  const subject = attributeOf(attributes, 'sub')
  if (subject === undefined) throw new Error('The user pool answered an account without a subject.')
  return subject
}

const proven = { Name: 'email_verified', Value: 'true' }

export const userPool = (client: CognitoIdentityProviderClient, pool: string): UserPool => {
  const accountOf = (email: string) => ({ UserPoolId: pool, Username: email })

  const align = async (email: string): Promise<string | undefined> => {
    const { UserAttributes, UserStatus, Enabled } = await client.send(new AdminGetUserCommand(accountOf(email)))
    /* Begun on Cognito's page, perhaps by a stranger with a password of theirs: to call its address proven would be to
     * let them in. */
    if (UserStatus === 'UNCONFIRMED') return undefined
    if (attributeOf(UserAttributes, 'email_verified') !== 'true')
      await client.send(new AdminUpdateUserAttributesCommand({ ...accountOf(email), UserAttributes: [proven] }))
    if (Enabled === false) await client.send(new AdminEnableUserCommand(accountOf(email)))
    return subjectOf(UserAttributes)
  }

  return {
    open: async (email) => {
      try {
        const { User } = await client.send(
          new AdminCreateUserCommand({
            ...accountOf(email),
            UserAttributes: [{ Name: 'email', Value: email }, proven],
            MessageAction: 'SUPPRESS',
          }),
        )
        return subjectOf(User?.Attributes)
      } catch (error) {
        if (error instanceof UsernameExistsException) return align(email)
        throw error
      }
    },
    close: async (email) => {
      try {
        await client.send(new AdminDisableUserCommand(accountOf(email)))
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error
      }
    },
  }
}

const throttled: ReadonlySet<string> = new Set([
  'TooManyRequestsException',
  'LimitExceededException',
  'ThrottlingException',
  'Throttling',
  'RequestLimitExceeded',
])

/** Cognito took no more for now: not the account's fault. */
export const isThrottled = (error: unknown): boolean => error instanceof Error && throttled.has(error.name)
