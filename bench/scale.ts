/* What must not grow with units elsewhere: the roll-up of one change, and a reminder tick with nothing owed. */
import { handler as remind } from '../functions/remind/handler.ts'
import { handler as rollUp } from '../functions/roll-up/handler.ts'
import { type Services, servicesOf, tableOf } from '../functions/services.ts'
import type { Table } from '../functions/store/table-client.ts'
import { context } from './lambda-context.ts'
import { changeOf, upwards } from './many.ts'
import { cpuOf, inTurn, type Ratio } from './ratio.ts'
import { figuresChanged } from './season.ts'
import { type BenchStore, configOf, putAll } from './store.ts'
import { counted, type Traffic } from './traffic.ts'

export interface Scaled {
  readonly few: Traffic
  readonly many: Traffic
}

interface Provinces {
  readonly few: Services
  readonly many: Services
}

const rollUpOver = (services: Services) => {
  const handler = rollUp.with(services)
  return async (): Promise<void> => {
    for (const collector of upwards) {
      const done = await handler({ Records: [figuresChanged(collector)] }, context)
      if (!('batchItemFailures' in done) || !Array.isArray(done.batchItemFailures) || done.batchItemFailures.length > 0)
        throw new Error(`the roll-up of ${collector} failed`)
    }
  }
}

const countedServices = (store: BenchStore, table: Table) => {
  const config = configOf(store, table.name)
  const own = tableOf(config)
  return { count: counted(own), services: servicesOf(config, own) }
}

const both = async <T>({ few, many }: Provinces, measure: (services: Services) => Promise<T>) => ({
  few: await measure(few),
  many: await measure(many),
})

/** One changed figure, rolled up level by level to the top. */
export const measureRollUp = async (
  store: BenchStore,
  provinces: Provinces,
  pairs: number,
): Promise<Scaled & { readonly cpu: Ratio }> => {
  /* Reports are there before one change is measured. */
  await both(provinces, (services) => rollUpOver(services)())
  const traffic = await both(provinces, async ({ table }) => {
    await putAll(table, changeOf(900))
    const { count, services } = countedServices(store, table)
    return count(rollUpOver(services))
  })
  const blockOf = ({ table, ...rest }: Services) => {
    const work = rollUpOver({ table, ...rest })
    let figure = 1000
    return async (): Promise<number> => {
      let spent = 0
      for (let i = 0; i < 4; i += 1) {
        figure += 1
        await putAll(table, changeOf(figure))
        spent += await cpuOf(work)
      }
      return spent
    }
  }
  const blocks = { few: blockOf(provinces.few), many: blockOf(provinces.many) }
  await inTurn(5, blocks.many, blocks.few)
  return { ...traffic, cpu: await inTurn(pairs, blocks.many, blocks.few) }
}

/** A tick with an open round, nothing owed yet. */
export const measureRemind = (store: BenchStore, provinces: Provinces): Promise<Scaled> =>
  both(provinces, async ({ table }) => {
    const { count, services } = countedServices(store, table)
    const handler = remind.with(services)
    return count(() => handler({ source: 'huibao.schedule' }, context))
  })
