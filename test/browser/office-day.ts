/* What every test of the pages begins with: a round of its own, for a unit of its own, with clerks of its own. */
import { must } from '../../local/api-client.ts'
import type { Cells } from '../../shared/form/cells.ts'
import { inputFieldsOf, listsOf } from '../../shared/form/fields.ts'
import { openRound } from '../over-http.ts'
import { form, forms } from './fill-in.ts'
import type { FrontDoor } from './front-door.ts'

export interface OfficeDay {
  readonly round: string
  readonly unit: string
  /** Addresses of the clerks, in the order of their names. */
  readonly emails: readonly [string, ...string[]]
  /** Of the return among the pages. */
  readonly path: string
  readonly url: string
  /** The cells of the return as the server has them. */
  readonly stored: () => Promise<Cells>
  /** Writes cells past the pages, as the first clerk. */
  readonly write: (cells: Cells) => Promise<void>
}

let days = 0

/** Opens a round in which the unit `sibling` owes a return; each name becomes a clerk of it. */
export const officeDay = async (door: FrontDoor, ...names: readonly [string, ...string[]]): Promise<OfficeDay> => {
  days += 1
  const round = `day-${days}`
  const unit = 'sibling'
  const hire = (name: string) => door.office.hire(`${name}-${days}`, { unit, role: 'reporter' })
  const [first, ...others] = names
  const emails = [await hire(first), ...(await Promise.all(others.map(hire)))] as const
  const title = '2019年度政府信息公开工作年度报告'
  await openRound(await door.office.as('coordinator@office.example'), round, { forms, title })
  const api = await door.office.as(emails[0])
  const path = { round, unit }
  const read = async () => must(await api.call('getReturn', { path }))
  return {
    round,
    unit,
    emails: [...emails],
    path: `/rounds/${round}/returns/${unit}`,
    url: `${door.system.url}/rounds/${round}/returns/${unit}`,
    stored: async () => (await read()).cells as Cells,
    write: async (cells) => {
      const { version } = await read()
      must(await api.call('patchReturn', { path, body: { base: version, cells } }))
    },
  }
}

/** A whole return, with nothing to complain of: zeros, texts, no accounts. */
export const wholeReturn: Cells = Object.fromEntries([
  ...inputFieldsOf(form).map(({ address, kind }) => [
    address,
    kind === 'narrative'
      ? `本年度按要求做好政府信息公开工作（${address}）。未收取信息处理费。`
      : kind === 'money'
        ? '0'
        : 0,
  ]),
  ...listsOf(form).map(({ id }) => [`${id}.none`, true]),
])

/** The same with sections left blank. */
export const wholeReturnBut = (...sections: readonly string[]): Cells =>
  Object.fromEntries(
    Object.entries(wholeReturn).filter(([address]) => !sections.some((section) => address.startsWith(`${section}.`))),
  )
