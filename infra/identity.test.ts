import { describe, expect, it } from 'vitest'
import { withoutPool } from '../functions/manifest.ts'
import { exampleTemplate } from './example-template.ts'
import { settings } from './settings.ts'

const { all, lambda } = exampleTemplate()
const [[poolId, pool] = []] = all('AWS::Cognito::UserPool')
const [client] = all<{ ExplicitAuthFlows: readonly string[] }>('AWS::Cognito::UserPoolClient').values()
const [distribution] = all('AWS::CloudFront::Distribution').keys()
const at = (path: string) => ({ 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [distribution, 'DomainName'] }, path]] })

describe('the user pool', () => {
  it('sends a code to the address, on the plan that has it', () => {
    expect(pool?.Properties).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
      EmailAuthenticationMessage: expect.stringContaining('{####}'),
    })
  })

  it('writes as the office, through its own mail', () => {
    expect(pool?.Properties).toMatchObject({
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        From: `=?UTF-8?B?${Buffer.from(settings.senderName).toString('base64')}?= <${settings.sender}>`,
        ConfigurationSet: { Ref: [...all('AWS::SES::ConfigurationSet').keys()][0] },
      },
    })
    expect(JSON.stringify(pool?.Properties)).toContain(`:identity/${settings.mailIdentity}`)
  })

  it('outlives the stack', () => {
    expect(pool).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    })
  })

  it('believes a changed address only when it is proven', () => {
    expect(pool?.Properties).toMatchObject({
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    })
  })

  it.each([true, false])('lets people open accounts as the settings say: %s', (selfSignUp) => {
    const given = exampleTemplate({ ...settings, signIn: { prefix: 'huibao-example', selfSignUp } })
    const [own] = given.all('AWS::Cognito::UserPool').values()
    expect(own?.Properties).toMatchObject({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: !selfSignUp } })
  })

  it('opens accounts by the operator alone, as it comes', () => {
    expect(pool?.Properties).toMatchObject({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })
  })

  it('asks sign-up before it makes an account, and only it may ask', () => {
    const { id } = lambda('sign-up')
    expect(pool?.Properties).toMatchObject({ LambdaConfig: { PreSignUp: { 'Fn::GetAtt': [id, 'Arn'] } } })
    const callers = [
      ...all<{ FunctionName: { 'Fn::GetAtt': readonly [string, string] } }>('AWS::Lambda::Permission').values(),
    ]
      .map(({ Properties }) => Properties)
      .filter(({ FunctionName }) => FunctionName['Fn::GetAtt'][0] === id)
    expect(callers).toEqual([
      expect.objectContaining({
        Principal: 'cognito-idp.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': [poolId, 'Arn'] },
      }),
    ])
  })
})

describe('the client of the pages', () => {
  it('is public, with the code flow alone', () => {
    expect(client?.Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid', 'email'],
      SupportedIdentityProviders: ['COGNITO'],
    })
  })

  it('sends people back to the pages and nowhere else', () => {
    expect(client?.Properties).toMatchObject({ CallbackURLs: [at('/signed-in')], LogoutURLs: [at('/')] })
  })

  it('renews with a token that is good once', () => {
    expect(client?.Properties).toMatchObject({
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      EnableTokenRevocation: true,
      RefreshTokenValidity: 720,
      AccessTokenValidity: 60,
    })
    /* Cognito refuses the one together with the other. */
    expect(client?.Properties.ExplicitAuthFlows).toEqual(['ALLOW_USER_AUTH'])
  })

  it('tells nobody whether an address has an account', () => {
    expect(client?.Properties).toMatchObject({ PreventUserExistenceErrors: 'ENABLED' })
  })

  it('reads the address and whether it is proven, and no more', () => {
    expect(client?.Properties).toMatchObject({
      ReadAttributes: ['email', 'email_verified'],
      WriteAttributes: ['email'],
    })
  })

  it('has the sign-in page under the prefix of the settings, in a style of its own', () => {
    const [domain] = all('AWS::Cognito::UserPoolDomain').values()
    expect(domain?.Properties).toMatchObject({ Domain: 'huibao-example', ManagedLoginVersion: 2 })
    const [style] = all('AWS::Cognito::ManagedLoginBranding').values()
    expect(style?.Properties).toMatchObject({
      ClientId: { Ref: [...all('AWS::Cognito::UserPoolClient').keys()][0] },
      UseCognitoProvidedValues: true,
    })
  })
})

describe('the functions that people call', () => {
  const issuerOf = (name: 'returns' | 'rounds' | 'reports' | 'documents' | 'sign-up') =>
    lambda(name).properties.Environment?.Variables['HUIBAO_ISSUER']

  it.each(['returns', 'rounds', 'reports', 'documents'] as const)('%s knows whom to ask who somebody is', (name) => {
    expect(issuerOf(name)).toEqual({ 'Fn::GetAtt': [poolId, 'ProviderURL'] })
  })

  it('sign-up asks the table alone', () => {
    expect(issuerOf('sign-up')).toBeUndefined()
  })
})

describe('accounts', () => {
  const poolOf = (name: 'accounts' | 'rounds' | 'sign-up' | 'remind') =>
    lambda(name).properties.Environment?.Variables['HUIBAO_USER_POOL']

  it.each(['accounts', 'rounds'] as const)('are made in the pool, and %s knows in which', (name) => {
    expect(poolOf(name)).toEqual({ Ref: poolId })
  })

  it.each(['sign-up', 'remind'] as const)('are none of the business of %s', (name) => {
    expect(poolOf(name)).toBeUndefined()
  })
})

describe('another issuer', () => {
  const other = exampleTemplate({
    ...settings,
    signIn: {
      issuer: 'https://id.haidong.example/realms/office',
      clientId: 'huibao-pages',
      audience: ['huibao-api'],
      scope: 'openid email offline_access',
      origins: ['https://id.haidong.example', 'https://api.id.haidong.example'],
    },
  })

  it('leaves no pool and no function of a pool', () => {
    expect(other.all('AWS::Cognito::UserPool').size + other.all('AWS::Cognito::UserPoolClient').size).toBe(0)
    expect(() => other.lambda('sign-up')).toThrow('No function sign-up')
    expect(() => other.lambda('accounts')).toThrow('No function accounts')
    expect(JSON.stringify(withoutPool.map(other.statements))).not.toContain('cognito')
  })

  it('makes its accounts itself: nobody is marked for one', () => {
    expect(other.lambda('rounds').properties.Environment?.Variables).not.toHaveProperty('HUIBAO_USER_POOL')
  })

  it('is believed by the API, for its audience', () => {
    const [authorizer] = other.all('AWS::ApiGatewayV2::Authorizer').values()
    expect(authorizer?.Properties).toMatchObject({
      JwtConfiguration: { Issuer: 'https://id.haidong.example/realms/office', Audience: ['huibao-api'] },
    })
  })

  it('may be called by the pages', () => {
    const headers = JSON.stringify([...other.all('AWS::CloudFront::ResponseHeadersPolicy').values()])
    expect(headers).toContain("connect-src 'self' https://id.haidong.example https://api.id.haidong.example;")
  })

  it('is asked who somebody is', () => {
    expect(other.lambda('returns').properties.Environment?.Variables['HUIBAO_ISSUER']).toBe(
      'https://id.haidong.example/realms/office',
    )
  })
})
