/* A city whose own return and that of one county are in and accepted, while another county's is not. */
import { must } from '../../local/api-client.ts'
import type { Cells } from '../../shared/form/cells.ts'
import { openRound, signOff, wholeReturn } from '../over-http.ts'
import { forms } from './fill-in.ts'
import type { FrontDoor } from './front-door.ts'

export interface City {
  /** Plays a round to where two of three units are in; answers with its address. */
  readonly season: (round: string) => Promise<string>
}

/** Hires the clerks, a second coordinator and a leader. */
export const openCity = async ({ office, system }: FrontDoor): Promise<City> => {
  const clerk = await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  const other = await office.hire('other', { unit: 'city', role: 'reporter' })
  await office.hire('colleague', { unit: 'city', role: 'coordinator' })
  await office.hire('leader', { unit: 'city', role: 'leader' })

  const handIn = async (round: string, email: string, unit: string, cells: Cells) => {
    const api = await office.as(email)
    const path = { round, unit }
    const { version: base } = must(await api.call('getReturn', { path }))
    const { version, checks } = must(await api.call('patchReturn', { path, body: { base, cells } }))
    const reasons = checks
      .filter((finding) => finding.class === 'B' || finding.class === 'C')
      .map(({ check, cells: [cell = ''] }) => ({ check, cell, text: '已核对，确实如此。' }))
    const explained = must(await api.call('patchReturn', { path, body: { base: version, cells: {}, reasons } }))
    must(await api.call('submitReturn', { path, body: { version: explained.version, signOff } }))
  }

  return {
    season: async (round) => {
      const api = await office.as('coordinator@office.example')
      await openRound(api, round, { forms, units: ['city', 'sibling', 'county'], title: '2019年度报告' })
      await handIn(round, clerk, 'sibling', {
        ...wholeReturn(forms),
        'overview.text': '本县平稳。\n全年公开信息。',
        'proactive.penalties.decisions': 31,
      })
      await handIn(round, other, 'city', {
        ...wholeReturn(forms),
        'overview.text': '市局平稳。',
        'proactive.penalties.decisions': 12,
      })
      for (const unit of ['sibling', 'city'])
        must(await api.call('reviewReturn', { path: { round, unit }, body: { revision: 1, decision: 'accept' } }))
      await system.settle()
      return `/rounds/${round}`
    },
  }
}
