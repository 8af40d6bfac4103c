import { describe, expect, it } from 'vitest'
import { words } from '../form/words.ts'
import { chartSvg } from './chart-svg.ts'

const chart = {
  id: 'a',
  title: words('发布信息', 'Published'),
  measure: '条',
  bars: [
    { label: words('甲县', 'A'), value: '10' },
    { label: words('乙县 <&"', 'B'), value: '5' },
    { label: words('丙县', 'C') },
  ],
}
const widths = (svg: string) => [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))

describe('a chart', () => {
  it('has a bar for each value, as long as the value is large', () => {
    const [a = 0, b = 0, c = 1] = widths(chartSvg(chart, 'zh'))
    expect(a).toBeGreaterThan(0)
    expect(b).toBeCloseTo(a / 2)
    expect(c).toBe(0)
  })

  it('writes the exact value beside it, and a dash where nothing is known', () => {
    const svg = chartSvg(
      {
        ...chart,
        bars: [{ label: words('甲', 'A'), value: '73802895.90' }, chart.bars[2] ?? { label: words('', '') }],
      },
      'zh',
    )
    expect(svg).toContain('>73802895.90<')
    expect(svg).toContain('>–<')
  })

  it('is named with its measure, and escapes what units are called', () => {
    expect(chartSvg(chart, 'zh')).toContain('<title>发布信息（条）</title>')
    expect(chartSvg(chart, 'en')).toContain('<title>Published</title>')
    expect(chartSvg(chart, 'zh')).toContain('乙县 &lt;&amp;&quot;')
  })

  it('shortens a label that does not fit', () => {
    const bars = [{ label: words('民和回族土族自治县公安局政府信息公开', 'x'), value: '1' }]
    expect(chartSvg({ ...chart, bars }, 'zh')).toContain('民和回族土族自治…')
  })

  it('holds no style, which the pages would not take', () => {
    expect(chartSvg(chart, 'zh')).not.toMatch(/style/)
  })
})
