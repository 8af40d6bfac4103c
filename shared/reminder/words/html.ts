/*
 * The HTML part of a letter: tables with inline styles, which Outlook and phones both read; no image, no script,
 * nothing loaded from anywhere. Everything that is not ours is escaped. Colours are those of the design's tokens,
 * written out because mail programs know no custom properties.
 */
import type { ListPart } from './digest-parts.ts'
import type { Labelled, LetterParts, UnitPart } from './parts.ts'

const colours = {
  ink: '#17202e',
  inkSoft: '#55617a',
  inkFaint: '#5f6b80',
  paper: '#ffffff',
  ground: '#f4f6f9',
  line: '#d9dfe8',
  accent: '#0f4c9c',
  accentInk: '#ffffff',
  good: '#17703a',
  warn: '#8a5a00',
  warnSoft: '#fdf3dc',
  bad: '#b3261e',
} as const

const toneColour = { plain: colours.accent, good: colours.good, warn: colours.warn, bad: colours.bad } as const
const fonts = "'PingFang SC','Microsoft YaHei UI','Microsoft YaHei','Noto Sans SC',system-ui,sans-serif"
const table = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML, in an attribute too. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

const lines = (text: string): string => escaped(text).replaceAll(/\r\n|\r|\n/g, '<br>')

const paragraph = (text: string, colour: string = colours.ink): string =>
  `<p style="margin:0 0 12px;font-size:15px;line-height:1.7;color:${colour}">${lines(text)}</p>`

const cell = `padding:4px 0;font-size:15px;line-height:1.6;vertical-align:top`

const rowOf = ({ label, value }: Labelled): string =>
  `<tr><td width="112" style="${cell};width:112px;color:${colours.inkSoft}">${escaped(label)}</td>` +
  `<td style="${cell};color:${colours.ink};word-break:break-word">${lines(value)}</td></tr>`

const rowsOf = (rows: readonly Labelled[]): string =>
  rows.length === 0 ? '' : `<table ${table}>${rows.map(rowOf).join('')}</table>`

const button = ({ label, url }: UnitPart['link']): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:12px 0 4px"><tr>` +
  `<td bgcolor="${colours.accent}" style="background:${colours.accent};border-radius:6px">` +
  `<a href="${escaped(url)}" style="display:inline-block;padding:11px 22px;font-size:15px;font-weight:600;` +
  `color:${colours.accentInk};text-decoration:none">${escaped(label)}</a></td></tr></table>` +
  `<p style="margin:4px 0 0;font-size:13px;line-height:1.5;color:${colours.inkFaint};word-break:break-all">${escaped(url)}</p>`

const unitCard = (unit: UnitPart): string =>
  `<table ${table} style="margin:0 0 16px;border:1px solid ${colours.line};border-radius:6px"><tr><td style="padding:14px 16px">` +
  `<p style="margin:0 0 6px;font-size:16px;font-weight:600;color:${colours.ink}">${escaped(unit.name)}</p>` +
  rowsOf([
    ...unit.rows,
    ...(unit.missing.length > 0 ? [{ label: unit.missingLabel, value: unit.missing.join('\n') }] : []),
  ]) +
  `${button(unit.link)}</td></tr></table>`

const gap = `<div style="height:12px;line-height:12px;font-size:12px">&nbsp;</div>`

const factsOf = (rows: readonly Labelled[]): string => (rows.length === 0 ? '' : `${rowsOf(rows)}${gap}`)

const noteOf = (note: Labelled | undefined): string =>
  note === undefined
    ? ''
    : `<table ${table} style="margin:0 0 16px"><tr><td width="4" bgcolor="${colours.accent}" style="width:4px;background:${colours.accent};font-size:0;line-height:0">&nbsp;</td>` +
      `<td bgcolor="${colours.ground}" style="background:${colours.ground};padding:12px 16px">` +
      `<p style="margin:0 0 4px;font-size:13px;line-height:1.5;color:${colours.inkSoft}">${escaped(note.label)}</p>` +
      `<p style="margin:0;font-size:15px;line-height:1.7;color:${colours.ink};word-break:break-word">${lines(note.value)}</p></td></tr></table>`

const listRow = ({ name, details, isBad }: ListPart['rows'][number]): string =>
  `<tr><td style="padding:8px 0;border-top:1px solid ${colours.line};word-break:break-word">` +
  `<p style="margin:0;font-size:15px;line-height:1.5;color:${colours.ink}">${escaped(name)}</p>` +
  details
    .map(
      (one, i) =>
        `<p style="margin:0;font-size:13px;line-height:1.6;color:${isBad && i === 0 ? colours.bad : colours.inkSoft}">${escaped(one)}</p>`,
    )
    .join('') +
  `</td></tr>`

const listOf = ({ title, rows, more }: ListPart): string =>
  `<p style="margin:8px 0 6px;font-size:16px;line-height:1.5;font-weight:600;color:${colours.ink}">${escaped(title)}</p>` +
  `<table ${table} style="margin:0 0 16px;border-bottom:1px solid ${colours.line}">${rows.map(listRow).join('')}</table>` +
  (more === undefined ? '' : paragraph(more, colours.inkSoft))

const notes = (all: readonly string[]): string =>
  all.length === 0
    ? ''
    : `<table ${table} style="margin:0 0 16px;background:${colours.ground};border-radius:6px"><tr><td style="padding:12px 16px">` +
      all
        .map(
          (one) =>
            `<p style="margin:0;padding:3px 0;font-size:14px;line-height:1.6;color:${colours.inkSoft}">${lines(one)}</p>`,
        )
        .join('') +
      `</td></tr></table>`

const bandOf = (band: string): string =>
  `<tr><td bgcolor="${colours.warnSoft}" style="background:${colours.warnSoft};padding:8px 24px;font-size:13px;color:${colours.warn}">${escaped(band)}</td></tr>`

/** A whole HTML document. */
export const htmlOf = (parts: LetterParts): string => {
  const colour = toneColour[parts.tone]
  return [
    `<!doctype html><html lang="${parts.language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(parts.subject)}</title>`,
    // Outlook does not hand the body's font down into tables.
    `<style>td,p,a{font-family:${fonts}}</style></head>`,
    `<body style="margin:0;padding:0;background:${colours.ground};font-family:${fonts}">`,
    `<table ${table} bgcolor="${colours.ground}"><tr><td align="center" style="padding:16px 8px">`,
    `<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="${colours.paper}" `,
    `style="width:100%;max-width:600px;background:${colours.paper};border-top:4px solid ${colour}">`,
    ...parts.bands.map(bandOf),
    `<tr><td style="padding:24px;text-align:left">`,
    `<p style="margin:0 0 16px;font-size:18px;line-height:1.5;font-weight:600;color:${colour}">${escaped(parts.title)}</p>`,
    paragraph(parts.greeting),
    ...parts.lead.map((one) => paragraph(one)),
    noteOf(parts.note),
    factsOf(parts.facts),
    ...parts.lists.map(listOf),
    ...parts.units.map(unitCard),
    notes(parts.notes),
    parts.ask === undefined ? '' : paragraph(parts.ask),
    `<p style="margin:16px 0 0;font-size:15px;line-height:1.7;text-align:right;color:${colours.ink}">${parts.signature.map(escaped).join('<br>')}</p>`,
    `</td></tr><tr><td style="padding:12px 24px;border-top:1px solid ${colours.line};font-size:13px;color:${colours.inkFaint}">${escaped(parts.footer)}</td></tr>`,
    `</table></td></tr></table></body></html>`,
  ].join('\n')
}
