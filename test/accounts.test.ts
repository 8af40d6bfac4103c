/*
 * Accounts of the user pool against the real store and real calls of the SDK to a pool that answers as Cognito does:
 * what the directory says holds in the pool after the next look, whatever breaks on the way, and nothing waits for ever.
 */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keepAccounts, type Parts } from '../functions/accounts/keep-accounts.ts'
import { userPool } from '../functions/accounts/user-pool.ts'
import { functions } from '../functions/manifest.ts'
import { servicesOf, tableOf } from '../functions/services.ts'
import { accountStore } from '../functions/store/accounts.ts'
import type { Table } from '../functions/store/table-client.ts'
import { type StoredPerson, unitStore } from '../functions/store/units.ts'
import { buildBundle, loadHandler } from '../local/bundles.ts'
import { instant, plusMs } from '../shared/time.ts'
import { breakPool, breakStore, everyFault, everyWay, type Fault, saidOf, withFault } from './faults.ts'
import { type Clock, minute, opening, openTables, pass, scratch, type Tables } from './office.ts'
import { actionsOf } from './store-actions.ts'
import { openUserPool, poolId, type StandIn } from './user-pool-stand-in.ts'

const clock: Clock = { now: opening }
const inTheStore = new Set<string>()
const inThePool = new Set<string>()
let tables: Tables
let pool: StandIn
/* The function's own calls are written down; those of the directory, which the test makes, are not. */
let heard: Table['client']

beforeAll(async () => {
  tables = await openTables()
  heard = tableOf({ table: '', pages: '', demo: false, dynamoEndpoint: tables.endpoint }).client
  breakStore(heard)
  heard.middlewareStack.add(
    (next, context) => (args) => {
      for (const action of actionsOf(String(context['commandName']), args.input)) inTheStore.add(action)
      return next(args)
    },
    { step: 'initialize', name: 'writesDown', priority: 'low' },
  )
})
beforeEach(async () => {
  await pool?.stop()
  pool = await openUserPool()
  breakPool(pool.client)
  clock.now = opening
})
afterAll(async () => {
  await pool?.stop()
  heard.destroy()
  await tables.stop()
})

const li: StoredPerson = {
  id: 'li',
  name: '李',
  email: 'Li@office.example',
  language: 'zh',
  posts: [{ unit: 'city', role: 'reporter' }],
  version: 1,
}
const changed = (before: StoredPerson, changes: Partial<StoredPerson>): StoredPerson => ({
  ...before,
  ...changes,
  version: before.version + 1,
})

const anOffice = async () => {
  const table = await tables.fresh()
  const units = unitStore(table, { now: () => clock.now, newId: randomUUID })
  const troubles: string[] = []
  const own = { name: table.name, client: heard }
  const parts: Parts = {
    units: unitStore(own),
    accounts: accountStore(own),
    pool: userPool(pool.client, poolId),
    now: () => clock.now,
    trouble: (person, error) => troubles.push(`${person}: ${error instanceof Error ? error.name : error}`),
  }
  const tick = async (hasTime = () => true) => {
    const before = pool.calls.length
    const counts = await keepAccounts(parts, hasTime)
    const calls = pool.calls.slice(before).map(({ action }) => action)
    for (const action of calls) inThePool.add(action)
    return { ...counts, calls }
  }
  return {
    table,
    units,
    parts,
    troubles,
    tick,
    /** Marks that wait, now or later. */
    waiting: async () => (await accountStore(table).due(instant('2999-01-01T00:00:00Z'))).length,
    save: async (next: StoredPerson, before?: StoredPerson) => {
      expect(await units.putPerson(next, before)).toBe('saved')
      return next
    },
    /** Whose sign-in the account of an address is. */
    matched: async (email: string) => (await units.personBySubject(pool.account(email)?.sub ?? 'nobody'))?.id,
  }
}

describe('somebody new in the directory', () => {
  it('has an account after the next look, proven and without a password or a letter', async () => {
    const { save, tick, matched, waiting } = await anOffice()
    await save(li)
    expect(await tick()).toEqual({ opened: 1, calls: ['AdminCreateUser'] })
    expect(pool.account(li.email)).toMatchObject({ isVerified: true, isEnabled: true, status: 'CONFIRMED' })
    expect(pool.calls[0]?.asked).toEqual({
      UserPoolId: poolId,
      Username: 'Li@office.example',
      UserAttributes: [
        { Name: 'email', Value: 'Li@office.example' },
        { Name: 'email_verified', Value: 'true' },
      ],
      MessageAction: 'SUPPRESS',
    })
    expect([await matched(li.email), await waiting()]).toEqual(['li', 0])
  })

  it('is asked about once', async () => {
    const { save, tick } = await anOffice()
    await save(li)
    await tick()
    expect(await tick()).toEqual({ calls: [] })
  })

  it.each([
    { what: 'was made by hand', left: {}, calls: ['AdminCreateUser', 'AdminGetUser'] },
    {
      what: 'is not proven',
      left: { isVerified: false },
      calls: ['AdminCreateUser', 'AdminGetUser', 'AdminUpdateUserAttributes'],
    },
    {
      what: 'was closed once',
      left: { isEnabled: false },
      calls: ['AdminCreateUser', 'AdminGetUser', 'AdminEnableUser'],
    },
  ])('takes over an account that $what', async ({ left, calls }) => {
    const { save, tick, matched } = await anOffice()
    pool.put({ sub: 's', email: 'li@office.example', isVerified: true, isEnabled: true, status: 'CONFIRMED', ...left })
    await save(li)
    expect(await tick()).toEqual({ opened: 1, calls })
    expect(pool.account(li.email)).toMatchObject({ sub: 's', isVerified: true, isEnabled: true })
    expect(await matched(li.email)).toBe('li')
  })

  it('does not take over an account that a stranger may have begun, and gets it once it is proven', async () => {
    const { save, tick, matched, waiting, troubles } = await anOffice()
    const begun = { sub: 's', email: li.email, isVerified: false, isEnabled: true, status: 'UNCONFIRMED' } as const
    pool.put(begun)
    await save(li)
    expect(await tick()).toEqual({ unproven: 1, calls: ['AdminCreateUser', 'AdminGetUser'] })
    expect([pool.account(li.email), await matched(li.email), await waiting()]).toEqual([begun, undefined, 1])
    pool.put({ ...begun, isVerified: true, status: 'CONFIRMED' })
    pass(clock, 5 * minute)
    expect(await tick()).toMatchObject({ opened: 1 })
    expect([await matched(li.email), troubles]).toEqual(['li', []])
  })

  it('waits for no account where another issuer signs people in', async () => {
    const { table, waiting } = await anOffice()
    const config = { table: table.name, pages: 'https://huibao.example', demo: false }
    await servicesOf(config, table).units.putPerson(li, undefined)
    expect(await waiting()).toBe(0)
    await servicesOf({ ...config, userPool: poolId }, table).units.putPerson(
      { ...li, id: 'wu', email: 'wu@x.example' },
      undefined,
    )
    expect(await waiting()).toBe(1)
  })
})

describe('somebody whose record changes', () => {
  it('keeps the account, and nothing is asked, as long as the address stays', async () => {
    const { save, tick, waiting } = await anOffice()
    await save(li)
    await tick()
    await save(changed(li, { name: '李二', email: 'LI@office.example', phone: '0972' }), li)
    expect([await waiting(), await tick()]).toEqual([0, { calls: [] }])
  })

  it('signs in with the new address and no more with the old one', async () => {
    const { save, tick, matched } = await anOffice()
    await save(li)
    await tick()
    await save(changed(li, { email: 'new@office.example' }), li)
    expect(await tick()).toMatchObject({ opened: 1, closed: 1 })
    expect(pool.account(li.email)?.isEnabled).toBe(false)
    expect(pool.account('new@office.example')?.isEnabled).toBe(true)
    expect([await matched('new@office.example'), await matched(li.email)]).toEqual(['li', undefined])
  })

  it('has the old account again when the old address comes back', async () => {
    const { save, tick, matched } = await anOffice()
    await save(li)
    await tick()
    const sub = pool.account(li.email)?.sub
    const moved = await save(changed(li, { email: 'new@office.example' }), li)
    await tick()
    await save(changed(moved, { email: li.email }), moved)
    await tick()
    expect(pool.account(li.email)).toMatchObject({ sub, isEnabled: true })
    expect([pool.account('new@office.example')?.isEnabled, await matched(li.email)]).toEqual([false, 'li'])
  })

  it('gives an address to somebody else, who gets its account and not the person before', async () => {
    const { save, tick, matched } = await anOffice()
    await save(li)
    await tick()
    await save(changed(li, { email: 'new@office.example' }), li)
    await save({ ...li, id: 'wu', version: 1 })
    await tick()
    expect([await matched(li.email), await matched('new@office.example')]).toEqual(['wu', 'li'])
    expect(pool.account(li.email)?.isEnabled).toBe(true)
  })
})

describe('somebody who hands over to a successor', () => {
  it('is closed out, and the successor let in', async () => {
    const { save, tick, units, matched, waiting } = await anOffice()
    await save(li)
    await tick()
    const wu = { ...li, id: 'wu', email: 'wu@office.example' }
    const log = { at: clock.now, by: { id: 'boss', name: '王' }, what: 'handOver' }
    expect(await units.handOver({ next: undefined, before: li }, { next: wu, before: undefined }, log)).toBe('saved')
    await tick()
    expect([pool.account(li.email)?.isEnabled, pool.account(wu.email)?.isEnabled]).toEqual([false, true])
    expect([await matched(wu.email), await waiting()]).toEqual(['wu', 0])
  })
})

describe('somebody who is taken out of the directory', () => {
  it('cannot sign in any more', async () => {
    const { save, tick, units, waiting } = await anOffice()
    await save(li)
    await tick()
    await units.removePerson(li)
    expect(await tick()).toEqual({ closed: 1, calls: ['AdminDisableUser'] })
    expect([pool.account(li.email)?.isEnabled, await waiting()]).toEqual([false, 0])
  })

  it('gets no account when it was not made yet', async () => {
    const { save, tick, units, waiting } = await anOffice()
    await save(li)
    await units.removePerson(li)
    expect(await tick()).toEqual({ closed: 1, calls: ['AdminDisableUser'] })
    expect([pool.size(), await waiting()]).toEqual([0, 0])
  })

  it('loses the account that was made while they were taken out', async () => {
    const { save, tick, units, parts, matched, waiting } = await anOffice()
    await save(li)
    const removing: Parts = {
      ...parts,
      pool: {
        ...parts.pool,
        open: async (email) => {
          await units.removePerson(li)
          return parts.pool.open(email)
        },
      },
    }
    expect(await keepAccounts(removing, () => true)).toEqual({ changed: 1 })
    expect(await tick()).toMatchObject({ closed: 1 })
    expect([pool.account(li.email)?.isEnabled, await matched(li.email), await waiting()]).toEqual([false, undefined, 0])
  })
})

describe('a pool that does not take what it is asked', () => {
  const throttles = ['TooManyRequestsException', 'ThrottlingException', 'LimitExceededException']
  it.each(throttles)('is left alone for this tick at a %s, without an alarm, and nobody is lost', async (type) => {
    const { save, tick, waiting, troubles } = await anOffice()
    for (const id of ['a', 'b', 'c']) {
      pass(clock, minute)
      await save({ ...li, id, email: `${id}@office.example` })
    }
    pool.refuse('AdminCreateUser', type)
    expect(await tick()).toEqual({ throttled: 1, calls: ['AdminCreateUser'] })
    expect(await tick()).toMatchObject({ opened: 2 })
    pass(clock, 5 * minute)
    expect(await tick()).toMatchObject({ opened: 1 })
    expect([pool.size(), await waiting(), troubles]).toEqual([3, 0, []])
  })

  it('is asked again later and later, and each failure is said once', async () => {
    const { save, tick, troubles, waiting } = await anOffice()
    await save(li)
    const asked: number[] = []
    for (let minutes = 0; minutes < 24 * 60; minutes += 5) {
      clock.now = plusMs(opening, minutes * minute)
      pool.refuse('AdminCreateUser', 'InternalErrorException', 500)
      if ((await tick()).calls.length > 0) asked.push(minutes)
    }
    expect(asked).toEqual([0, 5, 15, 35, 75, 155, 315, 635, 955, 1275])
    expect(troubles).toEqual(asked.map(() => 'li: InternalErrorException'))
    expect(await waiting()).toBe(1)
  })

  it('keeps nobody else waiting, and a new save is tried at once', async () => {
    const { save, tick, matched } = await anOffice()
    await save(li)
    pass(clock, minute)
    await save({ ...li, id: 'wu', email: 'wu@office.example' })
    pool.refuse('AdminCreateUser', 'InvalidParameterException')
    expect(await tick()).toMatchObject({ failed: 1, opened: 1 })
    const moved = await save(changed(li, { email: 'other@office.example' }), li)
    await save(changed(moved, { email: li.email }), moved)
    await tick()
    expect(await matched(li.email)).toBe('li')
  })

  it('does not put off what was saved while it was asked', async () => {
    const { save, tick, parts, units, waiting } = await anOffice()
    await save(li)
    const removing = {
      ...parts.pool,
      open: async (email: string) => {
        await units.removePerson(li)
        pool.refuse('AdminCreateUser', 'UserLambdaValidationException')
        return parts.pool.open(email)
      },
    }
    expect(await keepAccounts({ ...parts, pool: removing }, () => true)).toEqual({ failed: 1 })
    expect(await tick()).toMatchObject({ closed: 1 })
    expect([pool.size(), await waiting()]).toEqual([0, 0])
  })

  it('is asked nothing more when the time of the function is over', async () => {
    const { save, tick, waiting } = await anOffice()
    await save(li)
    expect(await tick(() => false)).toEqual({ calls: [] })
    expect(await waiting()).toBe(1)
  })
})

describe('a look, broken off at any call of the store or the pool,', () => {
  const brokenOff = async (fault: Fault, prepare: (office: Awaited<ReturnType<typeof anOffice>>) => Promise<void>) => {
    await pool.stop()
    pool = await openUserPool()
    breakPool(pool.client)
    const office = await anOffice()
    await prepare(office)
    const fallen = await withFault(fault, () => office.tick())
    for (let i = 0; i < 3; i += 1) {
      pass(clock, 5 * minute)
      await office.tick()
    }
    return { office, fallen }
  }

  it('makes one account and matches it, in the end', async () => {
    const calls = await everyFault(everyWay, async (fault) => {
      const { office, fallen } = await brokenOff(fault, async ({ save }) => {
        await save(li)
      })
      const said = saidOf(fault, fallen.calls)
      expect([pool.size(), await office.matched(li.email), await office.waiting()], said).toEqual([1, 'li', 0])
      return fallen
    })
    expect(calls).toBe(6)
  })

  it('moves somebody to their new address, in the end', async () => {
    const calls = await everyFault(everyWay, async (fault) => {
      const { office, fallen } = await brokenOff(fault, async ({ save, tick }) => {
        await save(li)
        await tick()
        await save(changed(li, { email: 'new@office.example' }), li)
      })
      const said = saidOf(fault, fallen.calls)
      const open = [li.email, 'new@office.example'].map((email) => pool.account(email)?.isEnabled)
      const matched = [await office.matched(li.email), await office.matched('new@office.example')]
      expect([...open, ...matched, await office.waiting()], said).toEqual([false, true, undefined, 'li', 0])
      return fallen
    })
    expect(calls).toBe(10)
  })
})

describe('the function', () => {
  const folder = scratch()
  afterAll(() => rmSync(folder, { recursive: true }))

  it('works as it is deployed, from its environment alone', async () => {
    const { table, save, matched } = await anOffice()
    await save(li)
    Object.assign(process.env, {
      HUIBAO_TABLE: table.name,
      HUIBAO_PAGES: 'https://huibao.example',
      HUIBAO_DYNAMODB_ENDPOINT: tables.endpoint,
      HUIBAO_USER_POOL: poolId,
      AWS_REGION: 'ap-southeast-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.url,
      POWERTOOLS_METRICS_DISABLED: 'true',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
    })
    const entry = join(import.meta.dirname, '../functions', functions.accounts.entry)
    const handler = await loadHandler(await buildBundle('accounts', entry, folder))
    expect(await handler({ source: 'aws.scheduler' }, { functionName: 'accounts' })).toEqual({ opened: 1 })
    expect(await matched(li.email)).toBe('li')
  })
})

describe('the grants of accounts', () => {
  it('are what it has called in the tests above, in the store and in the pool', () => {
    const { table, pool: granted } = functions.accounts.uses
    expect([...inTheStore].toSorted()).toEqual([...table, 'Query on index'].toSorted())
    expect([...inThePool].toSorted()).toEqual([...granted].toSorted())
  })
})
