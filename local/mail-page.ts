import type { Letter } from './mailbox.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** What a mailbox page may load: nothing but itself. Letters are strangers' HTML. */
export const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self' about:; base-uri 'none'; form-action 'none'"

const frame = (html: string): string =>
  `<iframe sandbox="" srcdoc="${escaped(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">${html}`)}"></iframe>`

const article = (letter: Letter): string => `<details><summary><b>${escaped(letter.subject)}</b>
<small>${escaped(letter.at)} → ${escaped(letter.to.join(', '))}${letter.bounced ? ' · 退信 bounced' : ''}</small></summary>
<pre>${escaped(letter.text)}</pre>${letter.attachments.map((name) => `<p>📎 ${escaped(name)}</p>`).join('')}
${letter.html === undefined ? '' : frame(letter.html)}</details>`

/** The mailbox as one page, newest letter first. */
export const mailPage = (
  letters: readonly Letter[],
): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<title>信箱 · ${letters.length}</title><style>body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
details{border-bottom:1px solid #ccc;padding:.5rem 0}small{color:#555;display:block}pre{white-space:pre-wrap;font:inherit}iframe{width:100%;height:24rem;border:1px solid #ccc}</style>
<h1>信箱 Mailbox (${letters.length})</h1>${[...letters].reverse().map(article).join('\n')}</html>`
