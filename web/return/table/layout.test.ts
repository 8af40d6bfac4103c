import { describe, expect, it } from 'vitest'
import type { BlocksSection, MatrixSection } from '../../../shared/form/form.ts'
import { formById } from '../../../shared/form/forms.ts'
import { gridOf, type Sheet, sheetsOf } from './layout.ts'

const form = formById('ogi-2021')

const sectionOf = (id: string): MatrixSection | BlocksSection => {
  const section = form?.sections.find((one) => one.id === id)
  if (section?.kind !== 'matrix' && section?.kind !== 'blocks') throw new Error(`no table ${id}`)
  return section
}

const sheetOf = (id: string): Sheet => {
  const [sheet] = sheetsOf(sectionOf(id))
  if (sheet === undefined) throw new Error(`no sheet in ${id}`)
  return sheet
}

const headOf = (id: string) =>
  sheetOf(id).head.map((line) => line.map(({ label, columns, lines }) => `${label.zh} ${columns}×${lines}`))

describe('the header of table 3', () => {
  it('has the three levels of the printed form', () => {
    expect(headOf('requests')).toEqual([
      ['申请人情况 7×1'],
      ['自然人 1×2', '法人或其他组织 5×1', '总计 1×2'],
      ['商业企业 1×1', '科研机构 1×1', '社会公益组织 1×1', '法律服务机构 1×1', '其他 1×1'],
    ])
  })
})

describe('the header of table 4', () => {
  it('names the rows above their columns, side by side', () => {
    const head = headOf('disputes')
    expect(head[0]).toEqual(['行政复议 5×2', '行政诉讼 10×1'])
    expect(head[1]).toEqual(['未经复议直接起诉 5×1', '复议后起诉 5×1'])
    expect(head[2]).toHaveLength(15)
  })

  it('covers the fifteen cells of its one line', () => {
    const [line] = gridOf([sheetOf('disputes')])
    expect(line).toHaveLength(15)
    expect(line?.filter(({ computed }) => computed)).toHaveLength(3)
  })

  it('gives every cell of the header a key of its own', () => {
    const keys = sheetOf('disputes')
      .head.flat()
      .map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the lines of table 3', () => {
  const { lines } = sheetOf('requests')

  it('have a heading where a group of rows begins, and none where one ends', () => {
    const headings = lines.flatMap((line) => (line.kind === 'group' ? [`${line.depth} ${line.label.zh}`] : []))
    expect(headings).toEqual([
      '0 三、本年度办理结果',
      '1 （三）不予公开',
      '1 （四）无法提供',
      '1 （五）不予处理',
      '1 （六）其他处理',
    ])
  })

  it('are as many as the rows of the form', () => {
    expect(lines.filter(({ kind }) => kind === 'cells')).toHaveLength(25)
    expect(gridOf([sheetOf('requests')]).every((line) => line.length === 7)).toBe(true)
  })

  it('name each cell by group and row, group and column, and measure', () => {
    const slot = gridOf([sheetOf('requests')])
      .flat()
      .find(({ address }) => address === 'requests.stateSecret.business')
    expect(slot?.says.zh).toBe('（三）不予公开 1.属于国家秘密，法人或其他组织 商业企业（件）')
  })
})

describe('table 2', () => {
  it('is one sheet per block, under its article', () => {
    const sheets = sheetsOf(sectionOf('proactive'))
    expect(sheets.map(({ caption }) => caption?.zh)).toEqual([
      '第二十条第（一）项',
      '第二十条第（五）项',
      '第二十条第（六）项',
      '第二十条第（八）项',
    ])
    expect(gridOf(sheets).map((line) => line.length)).toEqual([3, 3, 1, 1, 1, 1])
  })

  it('says the measure in the header unless the label does', () => {
    const measures = sheetsOf(sectionOf('proactive')).map(({ head }) => head[0]?.[0]?.measure)
    expect(measures).toEqual([undefined, '件', '件', undefined])
  })
})
