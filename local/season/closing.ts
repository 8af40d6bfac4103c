/* Mid-January to the report: an outage, a day off announced late, a nil return, an extension, one late, publishing. */
import { documentFormats } from '../../shared/api.ts'
import { must } from '../api-client.ts'
import { cityNarratives } from './narratives.ts'
import { accept, fillIn, handIn } from './office.ts'
import { day, type Episode, name, type Scene } from './scene.ts'

/** The second half of the season. */
export const closing = ({ system, office, players, cityPlayer, own, save }: Scene): readonly Episode[] => {
  const { sentBack, nil, late, extended } = players
  const path = (player: { readonly unit: { readonly id: string } }) => ({ round: office.round, unit: player.unit.id })
  return [
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
        const { version } = must(await api.call('getRound', { path: { round: office.round } }))
        const calendar = { id: 'cn', extraDaysOff: ['2020-01-21'], extraWorkdays: [] }
        const { replanned } = must(
          await api.call('patchRound', { path: { round: office.round }, body: { version, calendar } }),
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
        const { version } = must(await api.call('getRound', { path: { round: office.round } }))
        must(await api.call('closeRound', { path: { round: office.round }, body: { version } }))
        must(await api.call('patchReport', { path: { round: office.round }, body: { base: 0, cells: cityNarratives } }))
        const edition = must(await api.call('publishReport', { path: { round: office.round }, body: { missing: [] } }))
        return `第 ${edition.edition} 版，${edition.hash.slice(0, 12)}`
      },
    },
    {
      at: day('2020-02-11T10:30'),
      title: '导出文件',
      play: async () => {
        const leader = await office.as('leader@haidong.example')
        const title = '海东市公安局2019年度政府信息公开工作年度报告'
        const endOf = (format: string) => (format === 'csv' ? 'csv.zip' : format)
        for (const format of documentFormats) {
          const query = { edition: '1', format }
          const report = await leader.file('getReportDocument', { path: { round: office.round }, query })
          save(`${title}.${endOf(format)}`, report)
          const returned = await leader.file('getReturnDocument', { path: path(sentBack), query: { format } })
          save(`${name(sentBack)}-报表.${endOf(format)}`, returned)
        }
        const overdue = await leader.file('getCircular', { path: { round: office.round }, query: {} })
        const appraised = await leader.file('getAppraisalWorkbook', { path: { round: office.round }, query: {} })
        save('海东市公安局逾期通报-草稿.docx', overdue)
        save('海东市公安局报送情况考核.xlsx', appraised)
        return ''
      },
    },
  ]
}
