/*
 * The whole system on one machine: the manifest's functions as their real bundles, over four stand-ins. Nothing but
 * the clock is handed in; everything else the functions read from their environment, as they do on AWS.
 */
import { fileURLToPath } from 'node:url'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { apiPrefix, type FunctionName, type FunctionSpec, functions, withoutPool } from '../functions/manifest.ts'
import { type RouteSpec, routes } from '../shared/api.ts'
import { type Instant, instant } from '../shared/time.ts'
import { type Handler, loadBundles } from './bundles.ts'
import { type Clock, openClock } from './clock.ts'
import { openDoor } from './door.ts'
import { type Feedback, feedbackTopic, openFeedback } from './feedback.ts'
import { freePort } from './free-port.ts'
import { startHttp } from './http.ts'
import type { Faults } from './mail-faults.ts'
import { startMailProxy } from './mail-proxy.ts'
import type { Letter } from './mailbox.ts'
import { nextDueOf } from './next-due.ts'
import type { Route } from './routes.ts'
import { nextMinute, scheduleOf } from './schedule.ts'
import type { CastMember } from './sign-in-page.ts'
import { clientOptions, createTable, startStore } from './store.ts'
import type { Filter } from './stream-filter.ts'
import { type Failure, startStreams } from './streams.ts'
import { tableDefinition, tableName, ttlAttribute } from './table-definition.ts'
import { openTokens } from './tokens.ts'

export type SystemOptions = {
  readonly dataFolder: string
  readonly port?: number
  /** A store that runs already, instead of a stand-in. */
  readonly storeEndpoint?: string | undefined
  readonly quiet?: boolean
  readonly cast?: () => Promise<readonly CastMember[]>
  /** Where the office's clock begins in a data folder that is new; default: the machine's now. */
  readonly startAt?: Instant
  /** Other parts for a function than it assembles itself: a test that listens to its store calls. */
  readonly partsFor?: ((name: FunctionName) => object) | undefined
  /** Build and serve the pages, and the sign-in page with them; default no: the API alone. */
  readonly pages?: boolean | undefined
  /** How long an access token of the sign-in page holds; default an hour. */
  readonly tokenSeconds?: number | undefined
  /** The functions to start; default all of the manifest but those of a user pool, which is not here. */
  readonly only?: readonly FunctionName[]
}
export type System = {
  readonly url: string
  readonly mailUrl: string
  /** Where people sign in; undefined without pages. */
  readonly issuerUrl: string | undefined
  readonly storeUrl: string
  readonly clock: Clock
  readonly token: (email: string) => Promise<string>
  readonly advance: (duration: string) => Promise<Instant>
  /** Resolves when the streams are empty and the letters that are owed have gone out. */
  readonly settle: () => Promise<void>
  readonly mail: () => Promise<readonly Letter[]>
  readonly faults: Faults
  /** While `during` runs, the schedule calls nothing: an outage. What it missed is caught up by the first tick after. */
  readonly outage: (during: () => Promise<void>) => Promise<void>
  readonly failures: () => readonly Failure[]
  /** Ends every sign-in of the pages, as if all their tokens had expired at once. */
  readonly expireSignIns: () => void
  readonly stop: () => Promise<void>
}

const specs: Readonly<Record<FunctionName, FunctionSpec>> = functions
const apiRoutes: readonly Route[] = Object.values<RouteSpec>(routes).map((route) => ({
  method: route.method,
  path: apiPrefix + route.path,
  function: route.function,
  public: 'open' in route && route.open === true,
}))

const filtersOf = (spec: FunctionSpec): readonly Filter[] =>
  (spec.stream?.filters ?? []).map(({ eventNames, newImage }) => ({
    eventName: eventNames,
    dynamodb: {
      NewImage: Object.fromEntries(Object.entries(newImage).map(([name, values]) => [name, { S: values }])),
    },
  }))

const textOf = (body: unknown, name: string): string | undefined => {
  const value =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name) : undefined
  return typeof value?.[1] === 'string' ? value[1] : undefined
}

// The bundles' HTTP handlers take other parts by `with`; the clock is the one part that is not of the environment.
const over = (handler: Handler, parts: { readonly now: () => Instant }): Handler => {
  const withParts: unknown = 'with' in handler ? handler.with : undefined
  return typeof withParts === 'function' ? withParts(parts) : handler
}

/** Starts everything; what a former run left in the data folder goes on from there. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const { dataFolder } = options
  const port = await freePort(options.port ?? 0)
  const pick = options.port === undefined ? 0 : port + 1
  const store = await startStore({ dataFolder, port: pick, endpoint: options.storeEndpoint })
  const client = new DynamoDBClient(clientOptions(store.endpoint))
  await createTable(client, tableDefinition, ttlAttribute)
  const names = options.only ?? withoutPool
  const handlers = new Map<string, Handler>()
  const invoke = async (name: string, event: unknown): Promise<unknown> => {
    const handler = handlers.get(name)
    if (handler === undefined) throw new Error(`no function ${name} is started`)
    return handler(event, { functionName: name })
  }
  let streams: Awaited<ReturnType<typeof startStreams>> | undefined
  let feedback: Feedback | undefined
  const schedule = scheduleOf(names, invoke)
  /* Called by the streams, a function may send mail; told of by SES, another is called. */
  const followUp = async (): Promise<void> => {
    await streams?.settle()
    await feedback?.settle()
  }
  let isOut = false
  /* Letters that carry a file wait for a tick of their own; settling does not wait for the minute to end. */
  const settle = async (): Promise<void> => {
    await followUp()
    if (isOut || !names.includes('documents')) return
    await schedule.call('documents', clock.now())
    await followUp()
  }
  const tick = async (at: Instant): Promise<void> => {
    if (isOut) return
    await schedule.run(at)
    await followUp()
  }
  const clock = openClock(dataFolder, {
    onTheWay: tick,
    nextDue: nextDueOf(client, tableName),
    startAt: options.startAt,
  })
  const told = openFeedback(dataFolder, clock.now)
  const mail = await startMailProxy({ dataFolder, now: clock.now, port: pick, tell: told.tell })
  const tokens = await openTokens(dataFolder)
  const door = options.pages === true ? await openDoor({ ...options, port, pick, tokens }) : undefined
  const expireSignIns = (): void => door?.issuer.expire()
  Object.assign(process.env, {
    HUIBAO_TABLE: tableName,
    HUIBAO_PAGES: `http://127.0.0.1:${port}`,
    HUIBAO_DYNAMODB_ENDPOINT: store.endpoint,
    HUIBAO_SES_ENDPOINT: mail.url,
    HUIBAO_SENDER: '汇报 <huibao@haidong.example>',
    HUIBAO_FEEDBACK_TOPIC: feedbackTopic,
    HUIBAO_DEMO: 'true',
    ...(door === undefined ? {} : { HUIBAO_ISSUER: door.issuer.url }),
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_LOG_LEVEL: options.quiet === true ? 'SILENT' : 'INFO',
  })
  const root = fileURLToPath(new URL('../functions/', import.meta.url))
  const entries = Object.fromEntries(names.map((name) => [name, root + specs[name].entry]))
  const bundles = await loadBundles(entries, `${dataFolder}/bundles`)
  for (const name of names) {
    const handler = bundles.get(name)
    if (handler !== undefined) handlers.set(name, over(handler, { now: clock.now, ...options.partsFor?.(name) }))
  }
  if (names.includes('mail-events')) {
    feedback = told
    feedback.start((event) => invoke('mail-events', event))
  }
  const streamClient = new DynamoDBStreamsClient(clientOptions(store.endpoint))
  streams = await startStreams({
    client: streamClient,
    table: tableName,
    dataFolder,
    consumers: names.flatMap((name) => {
      const { stream } = specs[name]
      if (stream === undefined) return []
      return [
        { name, filters: filtersOf(specs[name]), batchSize: stream.batchSize, handle: (event) => invoke(name, event) },
      ]
    }),
  })
  const token = async (email: string): Promise<string> => {
    const cast = await options.cast?.()
    if (cast !== undefined && !cast.some((each) => each.email === email))
      throw new RangeError(`${email} is not of the cast`)
    return tokens.issue({ sub: email, email })
  }
  const http = await startHttp({
    port,
    routes: apiRoutes,
    invoke,
    verify: door?.issuer.verify ?? tokens.verify,
    pages: door?.pages,
    local: {
      'GET /local/cast': async () => (await options.cast?.()) ?? [],
      'POST /local/token': async (body) => ({ accessToken: await token(textOf(body, 'email') ?? '') }),
      'GET /local/clock': async () => ({ now: clock.now() }),
      'POST /local/clock': async (body) => {
        const to = textOf(body, 'to')
        return {
          now: await (to === undefined ? clock.advance(textOf(body, 'advance') ?? '') : clock.moveTo(instant(to))),
        }
      },
      'GET /local/mail': () => mail.letters(),
      'POST /local/settle': settle,
      'POST /local/expire': async () => expireSignIns(),
    },
  })
  // By the office's clock as it runs by itself. The first tick comes at once: it makes up for the time of a stop.
  let due = clock.now()
  let ticking: Promise<unknown> = Promise.resolve()
  const ticker = setInterval(() => {
    if (clock.now() < due) return
    due = nextMinute(clock.now())
    ticking = clock.tick()
  }, 1000)
  return {
    url: http.url,
    mailUrl: mail.url,
    issuerUrl: door?.issuer.url,
    storeUrl: store.endpoint,
    clock,
    token,
    advance: clock.advance,
    settle,
    mail: mail.letters,
    faults: mail.faults,
    outage: async (during) => {
      isOut = true
      await during().finally(() => {
        isOut = false
      })
    },
    failures: () => streams?.failures() ?? [],
    expireSignIns,
    stop: async () => {
      clearInterval(ticker)
      await ticking
      await http.stop()
      await door?.issuer.stop()
      await streams?.stop()
      await feedback?.settle()
      streamClient.destroy()
      await mail.stop()
      client.destroy()
      await store.stop()
    },
  }
}
