/* What people of the season do at their desks, over the HTTP API and nothing else. */
import type { Cells } from '../../shared/form/cells.ts'

import { type Api, apiOf, must } from '../api-client.ts'
import type { System } from '../system.ts'
import type { Player } from './habits.ts'
import { unitNarratives } from './narratives.ts'

export interface Office {
  readonly round: string
  readonly as: (email: string) => Promise<Api>
  readonly coordinator: () => Promise<Api>
}

/** One round, seen through tokens of the cast. Tokens are short-lived by the machine's clock; each call gets one. */
export const officeOf = (system: Pick<System, 'url' | 'token'>, round: string, coordinator: string): Office => {
  const as = async (email: string) => apiOf(system.url, await system.token(email))
  return { round, as, coordinator: () => as(coordinator) }
}

const emailOf = ({ clerks }: Player, which = 0): string => {
  const clerk = clerks[which] ?? clerks[0]
  if (clerk === undefined) throw new RangeError('a unit without a clerk')
  return clerk.email
}

export const clerk = (office: Office, player: Player, which = 0): Promise<Api> => office.as(emailOf(player, which))

const pathOf = (office: Office, player: Player) => ({ round: office.round, unit: player.unit.id })

export const versionOf = async (office: Office, player: Player): Promise<number> =>
  must(await (await clerk(office, player)).call('getReturn', { path: pathOf(office, player) })).version

/** Saves cells against the version that the clerk sees now. */
export const type = async (office: Office, player: Player, cells: Cells, which = 0) => {
  const base = await versionOf(office, player)
  return must(
    await (await clerk(office, player, which)).call('patchReturn', {
      path: pathOf(office, player),
      body: { base, cells },
    }),
  )
}

const sections = ['proactive', 'requests', 'disputes', 'inquiries', 'publications']

/** Fills the return: drawn figures, narratives, one account, and one click 「其余填 0」 per table (or 「零报告」). */
export const fillIn = async (
  office: Office,
  player: Player,
  figures: Cells,
  nil: readonly string[] = [],
): Promise<void> => {
  await type(office, player, figures)
  await type(office, player, {
    ...unitNarratives(player.unit),
    'accounts.main.name': `${player.unit.shortName.zh}公安（演示数据）`,
    'accounts.main.platform': '微信',
    'accounts.main.supervised': player.unit.hasBelow,
  })
  const api = await clerk(office, player)
  for (const section of sections) {
    const withWhat = nil.includes(section) ? 'nil' : 'zero'
    must(await api.call('fillReturn', { path: pathOf(office, player), body: { section, with: withWhat } }))
  }
}

const signOffOf = (player: Player) => ({
  preparedBy: player.clerks[0]?.name ?? '',
  reviewedBy: '演示审核人',
  confidentialityReviewedBy: '演示保密员',
  phone: player.clerks[0]?.phone ?? '0972-8600000',
})

/** Hands in what the clerk sees; a version given is handed in as it was seen then. */
export const handIn = async (office: Office, player: Player, seen?: number) => {
  const version = seen ?? (await versionOf(office, player))
  return must(
    await (await clerk(office, player)).call('submitReturn', {
      path: pathOf(office, player),
      body: { version, signOff: signOffOf(player) },
    }),
  )
}

export const accept = async (office: Office, player: Player, revision: number) =>
  must(
    await (await office.coordinator()).call('reviewReturn', {
      path: pathOf(office, player),
      body: { revision, decision: 'accept' },
    }),
  )

/** The coordinator has heard that the mailboxes of a unit work again. */
export const clearBounces = async (office: Office, player: Player): Promise<void> => {
  const api = await office.coordinator()
  const { people } = must(await api.call('listPeople', { query: { unit: player.unit.id } }))
  for (const { id, address } of people) if (address !== 'ok') must(await api.call('clearAddress', { path: { id } }))
}
