/*
 * One cold start, as a process of its own: imports a bundle, hands its handler one event, tells how long both took.
 * It loads nothing itself that a bundle would otherwise have to load.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { context } from './lambda-context.ts'

const isHandler = (value: unknown): value is (event: unknown, given: unknown) => Promise<unknown> =>
  typeof value === 'function'

const [bundle = '', eventFile = ''] = process.argv.slice(2)
const event: unknown = JSON.parse(readFileSync(eventFile, 'utf8'))
const cpu = process.cpuUsage()
const started = performance.now()
const { handler }: { readonly handler?: unknown } = await import(pathToFileURL(bundle).href)
if (!isHandler(handler)) throw new Error(`${bundle} exports no handler`)
const answer = await handler(event, context)
const ms = performance.now() - started
const { user, system } = process.cpuUsage(cpu)
const status = typeof answer === 'object' && answer !== null && 'statusCode' in answer ? answer.statusCode : undefined
process.send?.({ ms, cpuUs: user + system, status })
