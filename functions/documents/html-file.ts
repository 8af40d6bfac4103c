/*
 * The document as one HTML page for publication (政府信息公开 column): real headings and tables, no script, nothing
 * loaded from elsewhere, its style inside.
 */
import type { Block, DocumentModel } from '../../shared/report/document.ts'
import { htmlStyle } from './html-style.ts'
import { htmlTable } from './html-table.ts'
import { htmlText } from './html-text.ts'

const note = (text: string): string => `<p class="note">${htmlText(text)}</p>`

const blockHtml = (block: Block, tablesBefore: number): string => {
  switch (block.kind) {
    case 'title':
      return `<h1>${block.lines.map((line) => `<span>${htmlText(line)}</span>`).join(' ')}</h1>`
    case 'heading': {
      const level = block.level + 1
      return `<h${level}${block.newPage === true ? ' class="annex"' : ''}>${htmlText(block.text)}</h${level}>`
    }
    case 'paragraph':
      return `<p${block.flush === true ? ' class="flush"' : ''}>${htmlText(block.text)}</p>`
    case 'note':
      return note(block.text)
    case 'table':
      return htmlTable(block, tablesBefore + 1)
    case 'signature':
      return [
        '<div class="signature">',
        ...block.lines.map((line) => `<p class="facts">${htmlText(line)}</p>`),
        `<p>${htmlText(block.unit)}</p><p>${htmlText(block.date)}</p></div>`,
      ].join('\n')
  }
}

/** The document as the text of an HTML page. */
export const htmlPage = ({ name, language, blocks }: DocumentModel): string => {
  const head = blocks.findIndex((block) => block.kind !== 'title' && block.kind !== 'note')
  const html = blocks.map((block, index) =>
    blockHtml(block, blocks.slice(0, index).filter(({ kind }) => kind === 'table').length),
  )
  const first = head < 0 ? blocks.length : head
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Huibao">
<title>${htmlText(name)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
${html.slice(0, first).join('\n')}
</header>
<main>
${html.slice(first).join('\n')}
</main>
</body>
</html>
`
}
