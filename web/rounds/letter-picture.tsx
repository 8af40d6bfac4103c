/*
 * A letter as it looks, drawn from its HTML without trusting it: nothing runs, nothing is loaded, nothing can be
 * clicked. The policy of the pages forbids styles written in markup, a frame's included, so each style is put on by
 * script; a shadow root keeps the pages' own away.
 */
import { useEffect, useRef } from 'preact/hooks'

const kept = new Set([
  'TABLE',
  'TBODY',
  'TR',
  'TD',
  'TH',
  'P',
  'DIV',
  'SPAN',
  'B',
  'STRONG',
  'BR',
  'H1',
  'H2',
  'UL',
  'LI',
  'A',
  'BODY',
])
const attributes = ['width', 'cellpadding', 'cellspacing', 'border', 'bgcolor', 'role', 'align', 'valign']
const fonts =
  "'PingFang SC','Microsoft YaHei UI','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif"

/* Under another name the parser asks the policy nothing. */
const parsed = (html: string): HTMLElement =>
  new DOMParser().parseFromString(
    html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/(\s)style\s*=/gi, '$1data-look='),
    'text/html',
  ).body

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE

const drawn = (from: Element): HTMLElement => {
  /* A link is shown and leads nowhere: the example is somebody else's. */
  const made = document.createElement(from.tagName === 'A' || from.tagName === 'BODY' ? 'span' : from.tagName)
  for (const name of attributes) {
    const value = from.getAttribute(name)
    if (value !== null) made.setAttribute(name, value)
  }
  made.style.cssText = (from.getAttribute('data-look') ?? '').replace(/url\s*\(/gi, '')
  made.style.position = 'static'
  if (from.tagName === 'BODY') made.style.display = 'block'
  for (const child of from.childNodes) {
    if (isText(child)) made.append(child.data)
    else if (child instanceof Element && kept.has(child.tagName)) made.append(drawn(child))
  }
  return made
}

export const LetterPicture = ({ html, label }: { readonly html: string; readonly label: string }) => {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const host = frame.current
    if (host === null) return
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    const letter = drawn(parsed(html))
    letter.style.fontFamily = fonts
    letter.style.overflowWrap = 'anywhere'
    /* The narrowest telephone: below that the frame scrolls. */
    letter.style.minWidth = '340px'
    root.replaceChildren(letter)
  }, [html])
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
  return <section class="letter-picture" tabIndex={0} aria-label={label} ref={frame} />
}
