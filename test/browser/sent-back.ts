/* A return that is in and sent back again, past the pages. */
import { must } from '../../local/api-client.ts'
import { signOff, wholeReturn } from '../over-http.ts'
import type { FrontDoor } from './front-door.ts'

/** The clerk of `sibling` hands in; the coordinator sends it back. */
export const sentBack = async (door: FrontDoor, round: string): Promise<void> => {
  const clerk = await door.office.as('clerk@office.example')
  const coordinator = await door.office.as('coordinator@office.example')
  const path = { round, unit: 'sibling' }
  const { version: base } = must(await clerk.call('getReturn', { path }))
  const cells = wholeReturn(['ogi-2019'])
  const { version } = must(await clerk.call('patchReturn', { path, body: { base, cells } }))
  must(await clerk.call('submitReturn', { path, body: { version, signOff } }))
  const dueAt = '2020-01-20T00:00:00+08:00'
  const body = { revision: 1, decision: 'sendBack' as const, reason: '请核对', dueAt }
  must(await coordinator.call('reviewReturn', { path, body }))
}
