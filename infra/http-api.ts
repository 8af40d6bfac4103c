/*
 * The HTTP API: every route of the manifest by name, and no catch-all, so that what is not in the contract (the local
 * helpers above all) does not exist here. Who may do what is decided in the functions; the gateway only turns away
 * those who are not signed in.
 */
import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { apiPrefix, routesOf } from '../functions/manifest.ts'
import { type RouteSpec, routes } from '../shared/api.ts'
import { acknowledge } from './acknowledge.ts'
import type { Deployed } from './functions.ts'
import type { SignIn } from './identity.ts'
import type { Settings } from './settings.ts'

/** The API without a route: what stands before it (hosting.ts) must be there before the functions are. */
export const httpApiOf = (scope: Construct): HttpApi =>
  new HttpApi(scope, 'Api', { createDefaultStage: false, description: 'Huibao' })

interface Behind {
  readonly api: HttpApi
  readonly deployed: readonly Deployed[]
  readonly signIn: SignIn
  readonly settings: Settings
}

export const apiRoutesOf = (scope: Construct, { api, deployed, signIn, settings }: Behind): HttpStage => {
  const authorizer = new HttpJwtAuthorizer('SignIn', signIn.config.issuer, { jwtAudience: [...signIn.audience] })
  for (const { name, lambda } of deployed) {
    /* One permission for the whole API: one for each route would outgrow the function's resource policy (20 kB). */
    const integration = new HttpLambdaIntegration(name, lambda, { scopePermissionToRoute: false })
    for (const id of routesOf(name)) {
      const spec: RouteSpec = routes[id]
      const route = new HttpRoute(scope, id, {
        httpApi: api,
        routeKey: HttpRouteKey.with(`${apiPrefix}${spec.path}`, HttpMethod[spec.method]),
        integration,
        ...(spec.open ? {} : { authorizer }),
      })
      if (spec.open)
        acknowledge(route, 'AwsSolutions-APIG4', `${spec.summary}: open to everybody by the contract (shared/api.ts).`)
    }
  }
  return stageOf(scope, api, settings)
}

/* No address of the caller and no e-mail: the log of who did what is in the table. */
const accessLine = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  sizeBytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  gatewayError: '$context.error.message',
  signInError: '$context.authorizer.error',
  functionError: '$context.integrationErrorMessage',
}

const stageOf = (scope: Construct, httpApi: HttpApi, settings: Settings): HttpStage => {
  const log = new LogGroup(scope, 'AccessLog', { retention: settings.logDays, removalPolicy: RemovalPolicy.DESTROY })
  return new HttpStage(scope, 'Stage', {
    httpApi,
    autoDeploy: true,
    throttle: { rateLimit: settings.requestsPerSecond, burstLimit: settings.requestsAtOnce },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(accessLine)),
    },
  })
}
