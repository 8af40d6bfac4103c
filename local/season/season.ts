/*
 * The season of the Haidong bureau, as episodes at moments of the office's clock: opening in December, returns due on
 * 31 January 2020 (a day off: 春节), some early, one late, one sent back and corrected, one extended, one nil, a double
 * click, two clerks at once, an outage over a reminder step, a bounce, a day off announced late; then the report.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cells } from '../../shared/form/cells.ts'
import { type Instant, instant } from '../../shared/time.ts'
import { must } from '../api-client.ts'
import type { System } from '../system.ts'
import { figuresOf } from './figures.ts'
import { deal, type Player, type Players } from './habits.ts'
import { city, counties } from './haidong.ts'
import { cityNarratives } from './narratives.ts'
import { accept, clerk, fillIn, handIn, type Office, officeOf, type as typeIn, versionOf } from './office.ts'
import { randomOf } from './random.ts'

export const roundId = 'haidong-2019'
export const seasonBegins = instant('2019-12-10T09:00:00+08:00')

export interface Episode {
  readonly at: Instant
  readonly title: string
  /** Plays it; what it answers is printed behind the title. */
  readonly play: () => Promise<string>
}

export interface SeasonOptions {
  /** Deals splits; and habits too, where it is not the season that everybody knows. */
  readonly seed?: number | undefined
  /** Where documents are left. */
  readonly documents: string
}

export interface Season {
  readonly episodes: readonly Episode[]
  readonly players: Players
  readonly cityPlayer: Player
  readonly figures: ReadonlyMap<string, Cells>
}

const usualSeed = 2019

const day = (text: string): Instant => instant(`${text}:00+08:00`)

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

const saveFile = (folder: string, name: string, bytes: Uint8Array): string => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** The season's episodes over a running system. Playing them is the caller's: all of them, or those up to a day. */
export const seasonOf = (system: System, { seed, documents }: SeasonOptions): Season => {
  const random = randomOf(seed ?? usualSeed)
  const players = deal(seed === undefined ? undefined : random)
  const units = [city, ...counties]
  const drawn = figuresOf(units.length, random)
  const figures = new Map(units.map((unit, i) => [unit.id, drawn[i] ?? {}]))
  const office = officeOf(system, roundId, 'coordinator@haidong.example')
  const cityPlayer: Player = {
    unit: city,
    clerks: [
      {
        id: 'city',
        name: '祁永红',
        email: 'city@haidong.example',
        phone: '0972-8601003',
        role: 'reporter',
        unit: city.id,
      },
    ],
  }
  const own = (player: Player): Cells => figures.get(player.unit.id) ?? {}
  const name = (player: Player): string => player.unit.shortName.zh
  const { early, twoClerks, sentBack, nil, late, extended } = players
  const path = (player: Player) => ({ round: roundId, unit: player.unit.id })

  const episodes: readonly Episode[] = [
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
      title: `${name(nil)}的邮箱已修复`,
      play: async () => {
        system.faults.clear()
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
    {
      at: day('2020-01-15T18:00'),
      title: '系统停机两天，跨过截止前 7 个工作日的提醒（1月16日9:00）',
      play: async () => {
        const before = (await system.mail()).length
        await system.outage(async () => {
          await system.clock.moveTo(day('2020-01-17T18:00'))
        })
        const during = (await system.mail()).length - before
        await system.clock.moveTo(day('2020-01-17T18:15'))
        await system.settle()
        return `停机中 ${during} 封，恢复后一次补发 ${(await system.mail()).length - before - during} 封`
      },
    },
    {
      at: day('2020-01-19T15:00'),
      title: '临时公布1月21日为休息日，提醒重新排定',
      play: async () => {
        const api = await office.coordinator()
        const { version } = must(await api.call('getRound', { path: { round: roundId } }))
        const calendar = { id: 'cn', extraDaysOff: ['2020-01-21'], extraWorkdays: [] }
        const { replanned } = must(
          await api.call('patchRound', { path: { round: roundId }, body: { version, calendar } }),
        )
        return replanned.map((words) => words.zh).join('')
      },
    },
    {
      at: day('2020-01-20T10:00'),
      title: '市局本级报送',
      play: async () => {
        await fillIn(office, cityPlayer, own(cityPlayer))
        await handIn(office, cityPlayer)
        return (await accept(office, cityPlayer, 1)).stage
      },
    },
    {
      at: day('2020-01-22T09:30'),
      title: `${name(nil)}以零报告填写申请表并报送`,
      play: async () => {
        await fillIn(office, nil, own(nil), ['requests'])
        await handIn(office, nil)
        return (await accept(office, nil, 1)).stage
      },
    },
    {
      at: day('2020-01-23T10:00'),
      title: `${name(extended)}获准延期至2月10日17:00`,
      play: async () => {
        const body = { dueAt: '2020-02-10T17:00:00+08:00', reason: '春节期间值班力量不足，经申请同意。' }
        return must(await (await office.coordinator()).call('putExtension', { path: path(extended), body })).due.inWords
      },
    },
    {
      at: day('2020-02-04T10:00'),
      title: `${name(late)}逾期报送`,
      play: async () => {
        await fillIn(office, late, own(late))
        const receipt = await handIn(office, late)
        await accept(office, late, 1)
        return receipt.timeliness
      },
    },
    {
      at: day('2020-02-06T16:00'),
      title: `${name(extended)}在延期内报送`,
      play: async () => {
        await fillIn(office, extended, own(extended))
        const receipt = await handIn(office, extended)
        await accept(office, extended, 1)
        return receipt.timeliness
      },
    },
    {
      at: day('2020-02-11T10:00'),
      title: '关闭本轮填报，编写汇总文字，发布第1版',
      play: async () => {
        const api = await office.coordinator()
        await system.settle()
        const { version } = must(await api.call('getRound', { path: { round: roundId } }))
        must(await api.call('closeRound', { path: { round: roundId }, body: { version } }))
        must(await api.call('patchReport', { path: { round: roundId }, body: { base: 0, cells: cityNarratives } }))
        const edition = must(await api.call('publishReport', { path: { round: roundId }, body: { missing: [] } }))
        return `第 ${edition.edition} 版，${edition.hash.slice(0, 12)}`
      },
    },
    {
      at: day('2020-02-11T10:30'),
      title: '导出文件',
      play: async () => {
        const leader = await office.as('leader@haidong.example')
        const report = await leader.file('getReportDocument', { path: { round: roundId }, query: { edition: '1' } })
        const returned = await leader.file('getReturnDocument', { path: path(sentBack) })
        saveFile(documents, '海东市公安局2019年度政府信息公开工作年度报告.docx', report)
        saveFile(documents, `${name(sentBack)}-报表.docx`, returned)
        return documents
      },
    },
  ]
  return { episodes, players, cityPlayer, figures }
}

/** Plays episodes in order, moving the clock to each; `until` leaves the later ones for another day. */
export const playSeason = async (
  system: System,
  season: Season,
  heard: (episode: Episode, said: string) => void,
  until?: Instant,
): Promise<void> => {
  for (const episode of season.episodes) {
    if (until !== undefined && episode.at > until) break
    if (episode.at > system.clock.now()) await system.clock.moveTo(episode.at)
    await system.settle()
    heard(episode, await episode.play())
    await system.settle()
  }
}
