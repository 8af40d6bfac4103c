/*
 * Every function as plain data: what it is made of, what calls it, what it may touch, and whom it hurts when it is
 * broken. infra/ makes functions, routes, schedules, filters and grants out of it; local/ makes a server, a tick and
 * a stream poller; tests compare it with the folders. Nobody else lists functions. Decision 0002.
 */
import { type RouteId, routes } from '../shared/api.ts'

export type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'DeleteItem' | 'ConditionCheckItem'
export type PoolAction =
  | 'AdminCreateUser'
  | 'AdminGetUser'
  | 'AdminUpdateUserAttributes'
  | 'AdminEnableUser'
  | 'AdminDisableUser'

/** Only records whose new image has these text attributes, DynamoDB filter style: any of the values. */
export interface StreamFilter {
  readonly eventNames: readonly ('INSERT' | 'MODIFY' | 'REMOVE')[]
  readonly newImage: Readonly<Record<string, readonly string[]>>
}

export interface FunctionSpec {
  /** Entry file under functions/. */
  readonly entry: string
  readonly http?: true
  readonly every?: { readonly minutes: number }
  readonly stream?: { readonly filters: readonly StreamFilter[]; readonly batchSize: number }
  /** The user pool calls it; where another issuer signs people in, there is none. */
  readonly identity?: 'preSignUp'
  /** The topic calls it by which SES tells what became of a mail. */
  readonly feedback?: true
  readonly uses: {
    readonly table: readonly TableAction[]
    readonly index?: true
    readonly mail?: true
    /** What it does in the user pool; where there is none, there is no such function. */
    readonly pool?: readonly PoolAction[]
  }
  readonly memoryMb: number
  readonly timeoutSeconds: number
  /** Who is hurt, in words a coordinator would use: the alarm's text. */
  readonly whenBroken: string
}

export const functions = {
  returns: {
    entry: 'returns/handler.ts',
    http: true,
    uses: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
    memoryMb: 1024,
    timeoutSeconds: 20,
    whenBroken: 'County clerks cannot save or hand in their returns; what is saved already is safe.',
  },
  rounds: {
    entry: 'rounds/handler.ts',
    http: true,
    uses: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
    memoryMb: 1024,
    timeoutSeconds: 20,
    whenBroken: 'Coordinators cannot open, watch or close a round, and units and people cannot be changed.',
  },
  reports: {
    entry: 'reports/handler.ts',
    http: true,
    uses: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'ConditionCheckItem'] },
    memoryMb: 1024,
    timeoutSeconds: 20,
    whenBroken: 'Leaders and coordinators cannot read or publish the report; the figures themselves are safe.',
  },
  documents: {
    entry: 'documents/handler.ts',
    http: true,
    /* No stream: two functions read it already, and a shard bears no third reader well. Decision 0018. */
    every: { minutes: 1 },
    uses: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'], index: true, mail: true },
    memoryMb: 1769,
    timeoutSeconds: 29,
    whenBroken:
      'Nobody can download a Word file, and letters that carry one are not sent: receipts, and the news of a published report.',
  },
  workbooks: {
    entry: 'workbooks/handler.ts',
    http: true,
    uses: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
    memoryMb: 1024,
    timeoutSeconds: 29,
    whenBroken:
      'Nobody can download or upload an Excel workbook or a list of units and people; the pages themselves work.',
  },
  remind: {
    entry: 'remind/handler.ts',
    every: { minutes: 15 },
    uses: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'], index: true },
    memoryMb: 1024,
    timeoutSeconds: 300,
    whenBroken: 'No unit is reminded and rounds do not open by themselves; coordinators will be asked why.',
  },
  deliver: {
    entry: 'deliver/handler.ts',
    every: { minutes: 15 },
    stream: {
      filters: [{ eventNames: ['INSERT'], newImage: { kind: ['letter'], carrier: ['deliver'] } }],
      batchSize: 10,
    },
    uses: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'], index: true, mail: true },
    memoryMb: 1024,
    timeoutSeconds: 300,
    whenBroken: 'Letters are written but do not go out; they wait in the table and go out later.',
  },
  'mail-events': {
    entry: 'mail-events/handler.ts',
    feedback: true,
    uses: { table: ['GetItem', 'PutItem', 'DeleteItem'] },
    memoryMb: 512,
    timeoutSeconds: 30,
    whenBroken: 'Bounced letters look as if they had arrived, and dead addresses are written to again.',
  },
  'roll-up': {
    entry: 'roll-up/handler.ts',
    stream: { filters: [{ eventNames: ['INSERT', 'MODIFY'], newImage: { kind: ['figures'] } }], batchSize: 50 },
    every: { minutes: 360 },
    uses: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] },
    memoryMb: 1024,
    timeoutSeconds: 300,
    whenBroken:
      'Accepted returns do not show in the report of the unit above until this works again; no figure is lost.',
  },
  'sign-up': {
    entry: 'sign-up/handler.ts',
    identity: 'preSignUp',
    uses: { table: ['GetItem'] },
    memoryMb: 512,
    /* The pool waits no longer. */
    timeoutSeconds: 5,
    whenBroken: 'Nobody new gets an account to sign in with; who has one already signs in as ever.',
  },
  accounts: {
    entry: 'accounts/handler.ts',
    every: { minutes: 5 },
    uses: {
      table: ['GetItem', 'PutItem', 'DeleteItem'],
      index: true,
      pool: ['AdminCreateUser', 'AdminGetUser', 'AdminUpdateUserAttributes', 'AdminEnableUser', 'AdminDisableUser'],
    },
    memoryMb: 512,
    /* Over before the next tick. */
    timeoutSeconds: 240,
    whenBroken: 'Who is new in the directory or has a new address cannot sign in yet; everybody else can.',
  },
} as const satisfies Record<string, FunctionSpec>

export type FunctionName = keyof typeof functions

/** Is it there only where people sign in at a user pool of the installation's own? */
const needsPool = ({ identity, uses }: FunctionSpec): boolean => identity !== undefined || uses.pool !== undefined

/** The routes that a function answers; empty for one without HTTP. */
export const routesOf = (name: FunctionName): readonly RouteId[] =>
  routeIds.filter((route) => routes[route].function === name)

/* Object.keys forgets the key type; the table is `as const`, so these are exactly its keys. */
export const routeIds = Object.keys(routes) as readonly RouteId[]
export const functionNames = Object.keys(functions) as readonly FunctionName[]
/** The functions that are there without a user pool too. */
export const withoutPool = functionNames.filter((name) => !needsPool(functions[name]))

/** Prefix of every route on the wire. */
export const apiPrefix = '/api'
