/*
 * The Haidong units with full returns of the 2021 edition, made by the system's own handlers: five accepted and two
 * drafts that are full but not handed in. Two tables made so hold the same, but for the moments.
 */

import { handler as returns } from '../functions/returns/handler.ts'
import { handler as rollUp } from '../functions/roll-up/handler.ts'
import { type Services, servicesOf } from '../functions/services.ts'
import type { Table } from '../functions/store/table-client.ts'
import { cast, city, counties } from '../local/season/haidong.ts'
import type { RouteId } from '../shared/api.ts'
import type { Round } from '../shared/round/round.ts'
import { instantOfMs, plusMs } from '../shared/time.ts'
import { requestOf } from './events.ts'
import { fullReturn, yearBefore } from './full-return.ts'
import { context } from './lambda-context.ts'
import { type BenchStore, configOf } from './store.ts'

export const roundId = 'season-2021'
/** The draft that is typed in, and the one that is handed in again and again. */
export const typedIn = { unit: '630202', clerk: 'ledu' } as const
export const handedIn = { unit: '630203', clerk: 'pingan' } as const
export const accepted = { unit: '630222', clerk: 'minhe' } as const

const day = 86_400_000

/** An open round whose due moment is far off. */
export const openRoundOf = (owner: string): Round => {
  const now = instantOfMs(Math.floor(Date.now() / day) * day)
  return {
    id: roundId,
    title: '2021年度政府信息公开工作年度报告',
    owner,
    forms: ['ogi-2021'],
    year: 2021,
    opensAt: plusMs(now, -10 * day),
    dueAt: plusMs(now, 30 * day),
    dueByLevel: {},
    zone: 'Asia/Shanghai',
    units: 'below',
    ladder: [],
    calendar: { id: 'weekends', extraDaysOff: [], extraWorkdays: [] },
    statutory: false,
    extraChecks: [],
    stage: 'open',
    version: 1,
    edition: 0,
  }
}

export const signOff = {
  preparedBy: '演示填报人',
  reviewedBy: '演示审核人',
  confidentialityReviewedBy: '演示保密员',
  phone: '0972-8600000',
}

interface Call {
  readonly unit: string
  readonly who: string
  readonly body?: unknown
}

/** The `returns` function over a table, as source: for making data and for counting. */
export const returnsOver = (services: Services) => {
  const handler = returns.with(services)
  return async (id: RouteId, { unit, who, body }: Call) => {
    const answer = await handler(requestOf(id, who, { path: { round: roundId, unit }, body }), context)
    if (answer.statusCode !== 200) throw new Error(`${id}: ${answer.statusCode} ${answer.body}`)
    const read: { readonly version?: number; readonly revision?: number } = JSON.parse(answer.body)
    return read
  }
}

export const makeSeason = async (store: Pick<BenchStore, 'endpoint'>, table: Table) => {
  const services = servicesOf(configOf(store, table.name), table)
  const round = openRoundOf(city.id)
  await services.units.putUnit(city, undefined, undefined)
  for (const county of counties) await services.units.putUnit(county, undefined, undefined)
  for (const { role, unit, ...person } of cast) {
    const known = { ...person, language: 'zh' as const, version: 1, posts: [{ unit, role }] }
    await services.units.putPerson(known, undefined)
    await services.units.rememberSubject(person.id, person)
  }
  await services.rounds.save(undefined, round, undefined, round.dueAt)
  const call = returnsOver(services)
  for (const unit of [city, ...counties]) {
    await services.returns.saveHistory(unit.id, { year: 2020, form: 'ogi-2021', cells: yearBefore }, undefined, 'own', {
      at: services.now(),
      what: 'imported',
    })
    const who = cast.find((one) => one.unit === unit.id && one.role === 'reporter')?.id ?? ''
    const { version } = await call('patchReturn', { unit: unit.id, who, body: { base: 0, cells: fullReturn } })
    if (unit.id === typedIn.unit || unit.id === handedIn.unit) continue
    const { revision } = await call('submitReturn', { unit: unit.id, who, body: { version, signOff } })
    await call('reviewReturn', { unit: unit.id, who: 'coordinator', body: { revision, decision: 'accept' } })
  }
  await rollUp.with(services)({ Records: [figuresChanged(city.id)] }, context)
  return services
}

/** The stream's record that a member's figures have changed. */
export const figuresChanged = (collector: string) => ({
  eventName: 'MODIFY' as const,
  dynamodb: {
    NewImage: {
      pk: { S: `FIGURES#${roundId}#${collector}` },
      round: { S: roundId },
      collector: { S: collector },
      kind: { S: 'figures' },
    },
    SequenceNumber: '1',
  },
})
