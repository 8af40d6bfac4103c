import { describe, expect, it } from 'vitest'
import { apiPrefix, functionNames, routesOf } from '../functions/manifest.ts'
import { type RouteSpec, routes } from '../shared/api.ts'
import { type Attribute, exampleTemplate, type Reference } from './example-template.ts'
import { settings } from './settings.ts'

const { all, lambda } = exampleTemplate()

describe('the HTTP API', () => {
  interface RouteProperties {
    readonly RouteKey: string
    readonly AuthorizationType: string
    readonly AuthorizerId?: Reference
    readonly Target: { readonly 'Fn::Join': readonly [string, readonly [string, Reference]] }
  }
  const gateway = [...all<RouteProperties>('AWS::ApiGatewayV2::Route').values()].map(({ Properties }) => Properties)
  const contract: readonly RouteSpec[] = Object.values(routes)
  const keyOf = ({ method, path }: RouteSpec) => `${method} ${apiPrefix}${path}`
  const [authorizer] = all<{ JwtConfiguration: unknown }>('AWS::ApiGatewayV2::Authorizer')

  it('answers exactly the routes of the contract', () => {
    expect(gateway.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(contract.map(keyOf).toSorted())
  })

  it('knows neither the local helpers nor a catch-all', () => {
    expect(gateway.filter(({ RouteKey }) => /local|\$default|\{proxy\+\}|ANY/.test(RouteKey))).toEqual([])
  })

  it('asks for a sign-in on every route that is not open', () => {
    const closed = gateway.filter(
      ({ AuthorizationType, AuthorizerId }) => AuthorizationType === 'JWT' && AuthorizerId?.Ref === authorizer?.[0],
    )
    expect(closed.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(
      contract
        .filter(({ open }) => !open)
        .map(keyOf)
        .toSorted(),
    )
  })

  it('leaves the open routes without an authorizer', () => {
    const open = gateway.filter(({ AuthorizationType, AuthorizerId }) => AuthorizationType === 'NONE' && !AuthorizerId)
    expect(open.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(
      contract
        .filter(({ open }) => open)
        .map(keyOf)
        .toSorted(),
    )
  })

  it('believes the user pool, and tokens for the client of the pages', () => {
    const [pool] = all('AWS::Cognito::UserPool').keys()
    const [client] = all('AWS::Cognito::UserPoolClient').keys()
    expect(authorizer?.[1].Properties.JwtConfiguration).toEqual({
      Issuer: { 'Fn::GetAtt': [pool, 'ProviderURL'] },
      Audience: [{ Ref: client }],
    })
  })

  it('hands every route to its own function', () => {
    const uris = all<{ IntegrationUri: Attribute }>('AWS::ApiGatewayV2::Integration')
    const answering = new Map(
      gateway.map(({ RouteKey, Target }) => [
        RouteKey,
        uris.get(Target['Fn::Join'][1][1].Ref)?.Properties.IntegrationUri['Fn::GetAtt'][0],
      ]),
    )
    for (const name of functionNames) {
      for (const id of routesOf(name)) expect(answering.get(keyOf(routes[id]))).toBe(lambda(name).id)
    }
  })

  it('slows a flood down and writes every request into its log', () => {
    const [stage] = all('AWS::ApiGatewayV2::Stage').values()
    expect(stage?.Properties).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: {
        ThrottlingRateLimit: settings.requestsPerSecond,
        ThrottlingBurstLimit: settings.requestsAtOnce,
      },
      AccessLogSettings: { Format: expect.stringContaining('$context.routeKey') },
    })
  })
})
