/*
 * Least privilege, held against what really happens: a whole season is played while every store call of every function
 * is written down, and what was called must be what the manifest grants, nothing missing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../functions/config.ts'
import { type FunctionName, type FunctionSpec, functionNames, functions } from '../functions/manifest.ts'
import { servicesOf, tableOf } from '../functions/services.ts'
import { rehearse } from '../local/rehearse.ts'
import { actionsOf } from './store-actions.ts'

const specs: Readonly<Record<FunctionName, FunctionSpec>> = functions
const called = new Map<FunctionName, Set<string>>(functionNames.map((name) => [name, new Set()]))
const folder = mkdtempSync(join(tmpdir(), 'huibao-grants-'))

/* The services of a function over a client that writes down what it is asked. The office's clock stays the system's. */
const listening = (name: FunctionName) => {
  const config = readConfig()
  const table = tableOf(config)
  table.client.middlewareStack.add(
    (next, context) => (args) => {
      for (const action of actionsOf(String(context['commandName']), args.input)) called.get(name)?.add(action)
      return next(args)
    },
    { step: 'initialize', name: 'writesDown', priority: 'low' },
  )
  const { now: _now, ...services } = servicesOf(config, table)
  return services
}

const granted = (name: FunctionName): readonly string[] => {
  const { table, index } = specs[name].uses
  return [...table, ...(index === true ? ['Query on index'] : [])].sort()
}

beforeAll(async () => {
  await rehearse({ seed: undefined, documents: folder, tell: () => undefined, partsFor: listening })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the grants of a function', () => {
  it.each(functionNames)('hold everything that %s called in a whole season', (name) => {
    const missing = [...(called.get(name) ?? [])].filter((action) => !granted(name).includes(action))
    expect(missing).toEqual([])
  })

  /* Not in the season: a unit or a person is put or removed, somebody looks from afar, a middle unit hands in, a
   * workbook comes and goes; each has its own test over HTTP. And no user pool is there to ask who may have an account: sign-up looks an address up, as the
   * routes do. */
  const elsewhere: Partial<Record<FunctionName, readonly string[]>> = {
    returns: ['BatchGetItem'],
    rounds: ['BatchGetItem', 'DeleteItem'],
    reports: ['BatchGetItem', 'ConditionCheckItem'],
    'sign-up': ['GetItem'],
    /* An address is as good as new: test/mail-events.test.ts. */
    'mail-events': ['DeleteItem'],
    /* test/accounts.test.ts, calls of the pool included. */
    accounts: granted('accounts'),
    workbooks: functions.workbooks.uses.table,
  }
  it.each(functionNames)('hold nothing that %s never calls', (name) => {
    const seen = [...(called.get(name) ?? []), ...(elsewhere[name] ?? [])]
    expect(granted(name).filter((action) => !seen.includes(action))).toEqual([])
  })
})
