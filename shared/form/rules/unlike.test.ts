/* R14 on texts of published reports and on edits of them. The measure and its limit: decision 0022. */
import { describe, expect, it } from 'vitest'
import { runChecks } from '../checks.ts'
import { joinForms } from '../forms.ts'
import { words } from '../words.ts'

/* 平潭综合实验区 2022 and 2023, section five. */
const of2022 =
  '2022年，平潭综合实验区政府信息公开工作取得了一定成绩，但还存在一些问题和不足：一是重大行政决策预公开程度需进一步加强，意见征集形式较为单一。二是部分重点领域信息公开深度不足，重点项目建设未进行全流程信息公开。三是政策解读形式单一，缺少多个角度多种形式的解读。2023年，我区将采取以下措施加以改进。一是丰富意见征集形式，将座谈会、听证会、问卷调查和民意调查等多种方式广泛听取意见，及时公开意见反馈信息，深化重大行政决策预公开程度。二是加大重点领域公开信息整合归类力度，形成统一规范的公开标准，持续深化重点领域信息公开，不断提升信息公开的广度和深度。'
const of2023 =
  '存在的问题主要有以下几个方面：一是部分单位信息发布属性界定还不够精确，部分栏目存在信息噪音；三是开拓创新不够有力，实验区政务公开工作特色打造、亮点挖掘还不够；三是政策解读的质量有待提高，形式还要更加多样、更加“接地气”。2024年，我区将采取以下措施加以改进：一是加大政务公开检查力度，结合政府信息公开保密审查、发布时间节点限制等方面具体要求定期进行抽查，每月对政务公开情况进行巡检通报，通报结果纳入年度绩效考核。二是提升政务公开内容质量。加大重点领域公开信息整合归类力度，不断优化政府门户网站栏目设置，开设富有实验区特色的专题专栏，同时对历史文件进行全面排查，清理栏目噪音。'

const form = joinForms(['ogi-2021'])
const againstLastYear = (text: string, last: string) =>
  runChecks(form, {
    cells: { 'problems.text': text },
    lastYear: { cells: { 'problems.text': last }, form: 'ogi-2021' },
    only: ['lastYear'],
  })[0]

describe('a text like last year’s', () => {
  it('is not found in texts of two years that were written anew', () => {
    expect(againstLastYear(of2023, of2022)).toBeUndefined()
  })

  it.each([
    ['years alone changed', of2022.replace(/2023/g, '2024').replace(/2022/g, '2023')],
    ['sentences in another order', of2022.split('。').reverse().join('。')],
    ['spaces and other punctuation', of2022.replace(/，/g, ' , ').replace(/。/g, '\n')],
    ['a word exchanged throughout', of2022.replace(/不断提升/g, '持续提高').replace(/我区/g, '全区')],
    ['a new paragraph of the same length', `${of2022}${of2023}`],
  ])('is found with %s', (_name, text) => {
    expect(againstLastYear(text, of2022)).toMatchObject({ check: 'R14.lastYear', class: 'D', cells: ['problems.text'] })
  })

  it('shows the sentences that are the same', () => {
    const text = `今年的新问题是窗口人手不足。${of2022}`
    const passages = againstLastYear(text, of2022)?.passages ?? []
    const shown = passages.map(({ start, end }) => text.slice(start, end))
    expect(shown).toHaveLength(6)
    expect(shown[0]).toMatch(/^2022年，平潭.*单一。$/)
    expect(shown).not.toContain('今年的新问题是窗口人手不足。')
  })

  it('is no matter for a short text', () => {
    expect(againstLastYear('无其他需要改进的问题。', '无其他需要改进的问题。')).toBeUndefined()
  })
})

describe('a text like another unit’s', () => {
  const other = (unit: string, text: string) => ({
    unit,
    name: words(`${unit}局`, `Bureau ${unit}`),
    cells: { 'problems.text': text },
  })

  it('names the unit that it is most like', () => {
    const otherUnits = [other('a', of2023), other('b', of2022)]
    const findings = runChecks(form, { cells: { 'problems.text': of2022 }, otherUnits, only: ['otherUnits'] })
    expect(findings).toMatchObject([{ check: 'R14.otherUnits', class: 'D', left: '100%' }])
    expect(findings[0]?.message.zh).toContain('b局')
  })

  it('waits without other units', () => {
    expect(runChecks(form, { cells: { 'problems.text': of2022 }, only: ['otherUnits'] })).toEqual([])
  })
})
