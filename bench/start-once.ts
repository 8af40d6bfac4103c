/* One cold start, as a process of its own: imports a bundle, hands its handler one event, tells how long both took. */
import { readFileSync } from 'node:fs'
import { loadHandler } from '../local/bundles.ts'
import { context } from './lambda-context.ts'

const [bundle = '', eventFile = ''] = process.argv.slice(2)
const event: unknown = JSON.parse(readFileSync(eventFile, 'utf8'))
const cpu = process.cpuUsage()
const started = performance.now()
const handler = await loadHandler(bundle)
const answer = await handler(event, context)
const ms = performance.now() - started
const { user, system } = process.cpuUsage(cpu)
const status = typeof answer === 'object' && answer !== null && 'statusCode' in answer ? answer.statusCode : undefined
process.send?.({ ms, cpuUs: user + system, status })
