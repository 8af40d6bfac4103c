/*
 * A chart as SVG: horizontal bars, for the page, the mail and the documents alike. Attributes only and no style, which
 * the pages' content security policy would not take; every bar's value stands beside it as text, and whoever shows a
 * chart shows its table too. Decision 0035.
 */
import type { Language } from '../form/words.ts'
import type { Chart } from './summary.ts'

const ink = '#17202e'
const soft = '#55617a'
const accent = '#0f4c9c'
const line = '#b9c3d2'
const font = 'PingFang SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, sans-serif'

const width = 400
const row = 30
const labelWidth = 126
const valueWidth = 70
const barHeight = 16
const textSize = 14
/* Han characters are as wide as they are high, others about half of that. */
const mostSquares = 8

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const squares = (sign: string): number => ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.55)

/** As much of a label as fits before the bars; the table has all of it. */
const fitted = (label: string): string => {
  let used = 0
  let text = ''
  for (const sign of label) {
    used += squares(sign)
    if (used > mostSquares) return `${text}…`
    text += sign
  }
  return text
}

/** A standalone `<svg>` with a title. Sizes of bars need not be exact; the values beside them are. */
export const chartSvg = ({ title, bars, measure }: Chart, language: Language): string => {
  const sizes = bars.map(({ value }) => Math.max(0, Number(value ?? 0)))
  const most = Math.max(1, ...sizes)
  const room = width - labelWidth - valueWidth
  const height = bars.length * row + 4
  const rows = bars.map(({ label, value }, at) => {
    const y = at * row + row / 2
    const size = ((sizes[at] ?? 0) / most) * room
    const text = value ?? '–'
    return [
      `<text x="${labelWidth - 10}" y="${y + 5}" text-anchor="end" fill="${soft}">${escaped(fitted(label[language]))}</text>`,
      `<rect x="${labelWidth}" y="${y - barHeight / 2}" width="${size.toFixed(1)}" height="${barHeight}" fill="${accent}"/>`,
      `<text x="${(labelWidth + size + 8).toFixed(1)}" y="${y + 5}" fill="${ink}">${escaped(text)}</text>`,
    ].join('')
  })
  const named = measure === undefined || language !== 'zh' ? title[language] : `${title[language]}（${measure}）`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${font}" font-size="${textSize}">`,
    `<title>${escaped(named)}</title>`,
    `<line x1="${labelWidth}" y1="2" x2="${labelWidth}" y2="${height - 2}" stroke="${line}"/>`,
    ...rows,
    '</svg>',
  ].join('')
}
