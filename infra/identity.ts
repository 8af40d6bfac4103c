/*
 * Who signs people in: a user pool of this stack, or the issuer of the settings. The pool knows an address and whether
 * it is proven, nothing else; who may do what stands in the table. A code goes to the address each time, and there is
 * no password unless people open their accounts themselves (Cognito's own page asks for one then). Decision 0021.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPool,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Pool } from './functions.ts'
import type { Mail } from './mail.ts'
import type { OtherIssuer, OwnUserPool, Settings } from './settings.ts'
import type { PageConfig } from './uploads.ts'

export interface SignIn {
  /** What the pages are told. */
  readonly config: PageConfig
  /** A token must carry one of these as `aud` or, where it has none, as `client_id`. */
  readonly audience: readonly string[]
  /** Where accounts are made; another issuer makes its own. */
  readonly pool?: Pool
}

export const hasOwnPool = (signIn: Settings['signIn']): signIn is OwnUserPool => 'prefix' in signIn

/** Origins that the pages call for tokens and user information, separated by a space (pageHeaders). */
export const issuerOriginOf = ({ signIn, region }: Pick<Settings, 'signIn' | 'region'>): string =>
  hasOwnPool(signIn)
    ? `https://${signIn.prefix}.auth.${region}.amazoncognito.com https://cognito-idp.${region}.amazonaws.com`
    : signIn.origins.join(' ')

export const otherIssuer = ({ issuer, clientId, audience, scope }: OtherIssuer): SignIn => ({
  config: { issuer, clientId, scope },
  audience,
})

interface Given {
  readonly signIn: OwnUserPool
  readonly settings: Pick<Settings, 'senderName' | 'mailIdentity' | 'region'>
  readonly mail: Mail
  /** Scheme and host of the pages. */
  readonly pages: string
  readonly preSignUp: IFunction
}

export const userPoolOf = (scope: Construct, given: Given): SignIn => {
  const pool = poolOf(scope, given)
  const domain = pool.addDomain('Domain', {
    cognitoDomain: { domainPrefix: given.signIn.prefix },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  })
  const client = clientOf(pool, given.pages)
  /* Without a style of its own, even Cognito's, the sign-in page of a client does not open. */
  const style = new CfnManagedLoginBranding(scope, 'Style', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  })
  style.node.addDependency(domain)
  return {
    config: { issuer: pool.userPoolProviderUrl, clientId: client.userPoolClientId, scope: 'openid email' },
    audience: [client.userPoolClientId],
    pool: { id: pool.userPoolId, arn: pool.userPoolArn },
  }
}

const poolOf = (scope: Construct, { signIn, settings, mail, preSignUp }: Given): UserPool => {
  const pool = new UserPool(scope, 'People', {
    featurePlan: FeaturePlan.ESSENTIALS,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: true, mutable: true } },
    /* A changed address counts when a code sent to it has come back, not before. */
    keepOriginal: { email: true },
    autoVerify: { email: true },
    selfSignUpEnabled: signIn.selfSignUp,
    lambdaTriggers: { preSignUp },
    /* Cognito does not let a pool leave the password out; nobody has one whose account was made from the directory. */
    signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireSymbols: true,
      requireUppercase: true,
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    userVerification: { emailSubject: subject, emailBody: body },
    email: UserPoolEmail.withSES({
      fromEmail: mail.sender,
      fromName: encodedWord(settings.senderName),
      sesRegion: settings.region,
      configurationSetName: mail.configurationSet,
      ...(settings.mailIdentity.includes('@') ? {} : { sesVerifiedDomain: settings.mailIdentity }),
    }),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const { defaultChild } = pool.node
  if (defaultChild instanceof CfnUserPool) {
    defaultChild.emailAuthenticationSubject = subject
    defaultChild.emailAuthenticationMessage = body
  }
  acknowledge(
    pool,
    'AwsSolutions-COG2',
    'A one-time code by e-mail is the first factor, and Cognito takes no second one beside it.',
  )
  for (const rule of ['COG3', 'COG8'])
    acknowledge(
      pool,
      `AwsSolutions-${rule}`,
      'Threat protection judges passwords and costs a plan of its own (plus); here people sign in by code.',
    )
  return pool
}

const subject = '汇报：登录验证码 / Huibao: sign-in code'
const body = '您的登录验证码是 {####}，请勿告知他人。<br>Your sign-in code is {####}. Give it to nobody.'

/* A header is ASCII; RFC 2047. */
const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`

const clientOf = (pool: UserPool, pages: string): UserPoolClient =>
  pool.addClient('Pages', {
    generateSecret: false,
    /* Choice of the first factor, on Cognito's own page; no password is taken by any other way. */
    authFlows: { user: true },
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [`${pages}/signed-in`],
      logoutUrls: [`${pages}/`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    /* A working day with some overtime; the next one begins with a code. */
    refreshTokenValidity: Duration.hours(12),
    /* Two windows that renew at once both get through. */
    refreshTokenRotationGracePeriod: Duration.seconds(60),
    readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true }),
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
  })
