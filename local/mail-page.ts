import type { Letter } from './mailbox.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** What a mailbox page may load: nothing but itself. Letters are strangers' HTML. */
export const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self' about:; base-uri 'none'; form-action 'none'"

const frame = (html: string): string =>
  `<iframe sandbox="" srcdoc="${escaped(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">${html}`)}"></iframe>`

/* The office's clock as people of the season read it. */
const beijingTime = (at: string): string => new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })

const article = (letter: Letter): string => `<details><summary><b>${escaped(letter.subject)}</b>
<small>${beijingTime(letter.at)} → ${escaped(letter.to.join(', '))}${letter.bounced ? ' · 退信 bounced' : ''}${letter.attachments.length > 0 ? ' · 附件' : ''}</small></summary>
${letter.attachments.map((name) => `<p>附件：${escaped(name)}</p>`).join('')}
${letter.html === undefined ? '' : frame(letter.html)}
<details><summary>纯文本 text</summary><pre>${escaped(letter.text)}</pre></details></details>`

/** The mailbox as one page, newest letter first; the text part folded under the picture that a mail program shows. */
export const mailPage = (
  letters: readonly Letter[],
): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>信箱 · ${letters.length}</title><style>body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem}details{border-bottom:1px solid #ccc;padding:.5rem 0}details details{border:0}summary{cursor:pointer}small{color:#555;display:block}pre{white-space:pre-wrap;font:inherit}iframe{width:100%;height:44rem;border:1px solid #ccc}</style>
<h1>本机信箱 Mailbox (${letters.length})</h1><p><small>信件只留在本机，不会寄出。Letters stay on this machine.</small></p>${[...letters].reverse().map(article).join('\n')}</html>`
