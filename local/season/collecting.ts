/* December to mid-January: planning, opening, the early ones, two clerks at once, a double click, one sent back. */
import { must } from '../api-client.ts'
import { city } from './haidong.ts'
import { accept, clearBounces, clerk, fillIn, handIn, type Office, type as typeIn, versionOf } from './office.ts'
import { day, type Episode, name, type Scene } from './scene.ts'

const plan = async (office: Office): Promise<string> => {
  const body = {
    id: office.round,
    title: '2019年度政府信息公开工作年度报告',
    owner: city.id,
    forms: ['ogi-2019', 'police-supplement'],
    year: 2019,
    opensAt: '2019-12-16T09:00:00+08:00',
    dueAt: '2020-02-01T00:00:00+08:00',
    zone: 'Asia/Shanghai',
    statutory: false,
  }
  const api = await office.coordinator()
  const round = must(await api.call('postRound', { body }))
  await api.call('openRound', { path: { round: office.round }, body: { version: round.version } })
  return (round.hints ?? []).map((hint) => hint.zh).join('')
}

/** The first half of the season. */
export const collecting = ({ system, office, players, own }: Scene): readonly Episode[] => {
  const { early, twoClerks, sentBack, nil } = players
  const path = (player: { readonly unit: { readonly id: string } }) => ({ round: office.round, unit: player.unit.id })
  return [
    { at: day('2019-12-10T10:00'), title: '汇总联系人拟定并批准本轮填报，12月16日9:00开始', play: () => plan(office) },
    {
      at: day('2019-12-16T08:00'),
      title: `${name(nil)}的邮箱将退信`,
      play: async () => {
        system.faults.set({ kind: 'bounce', address: nil.clerks[0]?.email ?? '' })
        return ''
      },
    },
    {
      at: day('2019-12-16T09:00'),
      title: '时钟开启本轮填报，开始通知发出',
      play: async () => `邮箱中有 ${(await system.mail()).length} 封信`,
    },
    {
      at: day('2019-12-20T10:00'),
      title: `${name(early)}提前填报并报送`,
      play: async () => {
        await fillIn(office, early, own(early))
        const receipt = await handIn(office, early)
        return `回执 ${receipt.number}，${receipt.hash.slice(0, 12)}`
      },
    },
    {
      at: day('2019-12-23T10:00'),
      title: `审核通过：${name(early)}`,
      play: async () => (await accept(office, early, 1)).stage,
    },
    {
      at: day('2019-12-24T09:00'),
      title: `${name(nil)}的邮箱已修复，汇总联系人恢复向它发信`,
      play: async () => {
        system.faults.clear()
        await clearBounces(office, nil)
        return `退信 ${(await system.mail()).filter((letter) => letter.bounced).length} 封`
      },
    },
    {
      at: day('2020-01-06T10:00'),
      title: `${name(twoClerks)}两名填报人同时填写同一张报表`,
      play: async () => {
        await fillIn(office, twoClerks, own(twoClerks))
        const base = await versionOf(office, twoClerks)
        const [one, two] = await Promise.all([clerk(office, twoClerks, 0), clerk(office, twoClerks, 1)])
        const publications = Object.entries(own(twoClerks)).filter(([cell]) => cell.startsWith('publications.'))
        const typing = publications.flatMap(([cell, value], i) => {
          const api = i % 2 === 0 ? one : two
          return [api.call('patchReturn', { path: path(twoClerks), body: { base, cells: { [cell]: value } } })]
        })
        const other = two.call('patchReturn', {
          path: path(twoClerks),
          body: { base, cells: { 'overview.text': '（演示数据）两人同时填写。' } },
        })
        const conflict = one.call('patchReturn', {
          path: path(twoClerks),
          body: { base, cells: { 'overview.text': '（演示数据）另一人的文字。' } },
        })
        const answers = await Promise.all([...typing, other, conflict])
        const refused = answers.filter((answer) => !answer.ok).length
        return `${answers.length} 次保存，${refused} 次因同一单元格冲突，未覆盖`
      },
    },
    {
      at: day('2020-01-08T10:00'),
      title: `${name(twoClerks)}报送，按了两次`,
      play: async () => {
        const version = await versionOf(office, twoClerks)
        const [first, second] = await Promise.all([
          handIn(office, twoClerks, version),
          handIn(office, twoClerks, version),
        ])
        await accept(office, twoClerks, 1)
        return first.hash === second.hash ? '两次得到同一回执' : '两次得到不同回执'
      },
    },
    {
      at: day('2020-01-10T10:00'),
      title: `${name(sentBack)}报送`,
      play: async () => {
        await fillIn(office, sentBack, {
          ...own(sentBack),
          'publications.website.published': Number(own(sentBack)['publications.website.published'] ?? 0) + 1,
        })
        return (await handIn(office, sentBack)).number
      },
    },
    {
      at: day('2020-01-13T09:30'),
      title: `退回${name(sentBack)}修改`,
      play: async () => {
        const body = {
          revision: 1,
          decision: 'sendBack',
          reason: '门户网站发布数与台账不符，请核对后重报。',
          comments: [{ cell: 'publications.website.published', text: '台账少一条。' }],
        }
        return must(await (await office.coordinator()).call('reviewReturn', { path: path(sentBack), body })).stage
      },
    },
    {
      at: day('2020-01-14T11:00'),
      title: `${name(sentBack)}改正并重新报送`,
      play: async () => {
        await typeIn(office, sentBack, {
          'publications.website.published': own(sentBack)['publications.website.published'] ?? 0,
        })
        const receipt = await handIn(office, sentBack)
        await accept(office, sentBack, receipt.revision)
        return `第 ${receipt.revision} 次报送已通过`
      },
    },
  ]
}
