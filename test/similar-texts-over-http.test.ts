/* Texts like another unit's (R14), over HTTP: the reviewer is told, and no reporter learns anything of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type Office, openOffice, openRound, signOff, wholeReturn } from './over-http.ts'

const forms = ['ogi-2019', 'police-supplement']
const copied =
  '2019年，我局政务公开工作取得了一定成效，但仍存在一些不足：一是政策解读形式较为单一，缺少多个角度的解读；二是依申请公开答复的规范性有待提高。下一步将丰富解读形式，加强业务培训，健全答复审查机制。'
const secret = '窗口老王的名字只在城区分局的稿子里出现过一次'

let office: Office
const people: Record<string, Api> = {}

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds'] })
  await office.hire('city-clerk', { unit: 'city', role: 'reporter' })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  await office.hire('head', { unit: 'city', role: 'leader' })
  for (const name of ['coordinator', 'city-clerk', 'clerk', 'head'])
    people[name] = await office.as(`${name}@office.example`)
})
afterAll(async () => office?.stop())

const as = (name: string): Api => {
  const api = people[name]
  if (api === undefined) throw new RangeError(name)
  return api
}
const returnFor = async (name: string, round: string, unit: string) =>
  must(await as(name).call('getReturn', { path: { round, unit } }))
const write = async (name: string, round: string, unit: string, problems: string) => {
  const path = { round, unit }
  const base = (await returnFor(name, round, unit)).version
  const cells = { ...wholeReturn(forms), 'problems.text': problems }
  return must(await as(name).call('patchReturn', { path, body: { base, cells } }))
}
const handIn = async (name: string, round: string, unit: string, problems: string) => {
  const { version } = await write(name, round, unit, problems)
  return must(await as(name).call('submitReturn', { path: { round, unit }, body: { version, signOff } }))
}
const isAlike = ({ check }: { readonly check: string }): boolean => check === 'R14.otherUnits'

describe('a text like another unit’s', () => {
  it('is told to the coordinator, with the unit and the sentences, once both have handed in', async () => {
    await openRound(as('coordinator'), 'alike')
    await handIn('city-clerk', 'alike', 'city', `${copied}${secret}。`)
    await write('clerk', 'alike', 'sibling', copied.replace('我局', '本局'))
    expect((await returnFor('coordinator', 'alike', 'sibling')).comparedTexts).toBeUndefined()
    await handIn('clerk', 'alike', 'sibling', copied.replace('我局', '本局'))
    const seen = await returnFor('coordinator', 'alike', 'sibling')
    expect(seen.checks.find(isAlike)).toMatchObject({ class: 'D', cells: ['problems.text'] })
    expect(seen.checks.find(isAlike)?.message.zh).toContain('city')
    expect(seen.checks.find(isAlike)?.passages?.length).toBeGreaterThan(0)
    expect(seen.comparedTexts).toEqual({ units: 1, skipped: 0 })
  })

  it('leaks nothing to the reporter: neither a finding, nor a count, nor a word of the other text', async () => {
    const answers = [
      await returnFor('clerk', 'alike', 'sibling'),
      must(await as('clerk').call('withdrawReturn', { path: { round: 'alike', unit: 'sibling' } })),
      await write('clerk', 'alike', 'sibling', copied),
      await returnFor('clerk', 'alike', 'sibling'),
      await handIn('clerk', 'alike', 'sibling', copied),
      await returnFor('clerk', 'alike', 'sibling'),
    ]
    for (const answer of answers) {
      expect(JSON.stringify(answer)).not.toMatch(/R14\.otherUnits|comparedTexts|窗口老王/)
    }
    const other = await returnFor('city-clerk', 'alike', 'city')
    expect(JSON.stringify(other)).not.toMatch(/R14\.otherUnits|comparedTexts/)
  })

  it('is not told to who reads without reviewing', async () => {
    const seen = await returnFor('head', 'alike', 'sibling')
    expect(seen.checks.filter(isAlike)).toEqual([])
    expect(seen.comparedTexts).toBeUndefined()
  })

  it('does not show the other text to the coordinator either, only what is the same', async () => {
    expect(JSON.stringify(await returnFor('coordinator', 'alike', 'sibling'))).not.toContain('窗口老王')
  })

  it('is not found where the other has not handed in', async () => {
    await openRound(as('coordinator'), 'apart')
    await write('city-clerk', 'apart', 'city', copied)
    await handIn('clerk', 'apart', 'sibling', copied)
    const seen = await returnFor('coordinator', 'apart', 'sibling')
    expect(seen.checks.filter(isAlike)).toEqual([])
    expect(seen.comparedTexts).toEqual({ units: 0, skipped: 0 })
  })
})
