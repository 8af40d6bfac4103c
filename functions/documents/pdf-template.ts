/*
 * The page of a PDF, in Typst's own language: A4 to GB/T 9704-2012 as the Word file has it. What is printed comes in as
 * data (`sys.inputs.doc`), so that nothing that somebody typed is ever read as a command. Bookmarks are the headings;
 * structure is tagged by Typst; heads of tables repeat.
 */
export const pdfTemplate = `
#let doc = json(bytes(sys.inputs.doc))
#let zh = doc.language == "zh"
#set document(title: doc.name, author: "Huibao", date: none)
#set page(
  paper: "a4",
  margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
  footer-descent: 7mm,
  footer: context {
    let n = counter(page).get().first()
    set text(size: 14pt)
    set par(first-line-indent: 0pt)
    align(if calc.odd(n) { right } else { left }, pad(x: 14pt)[— #n —])
  },
)
#set text(font: "Noto Serif SC", size: 16pt, lang: if zh { "zh" } else { "en" }, region: if zh { "CN" } else { "GB" },
  fallback: false, top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)
#let pitch = 12.95pt
#set par(leading: pitch, spacing: pitch, justify: true, first-line-indent: (amount: 2em, all: true))
#show title: it => block(width: 100%, below: 16pt, above: 0pt, {
  set par(first-line-indent: 0pt, leading: 14pt, justify: false)
  set text(size: 22pt, weight: "bold")
  align(center, it.body)
})
#show heading: it => block(above: pitch, below: pitch, sticky: true, {
  set text(size: 16pt, weight: if it.level == 1 { "bold" } else { "regular" })
  h(2em)
  it.body
})
#let lines(text) = text.split("\\n").join(linebreak())
#let flat(body) = { set par(first-line-indent: 0pt); body }
#let small(it) = block(width: 100%, above: 6pt, below: 6pt, sticky: it.place == "overTable", flat({
  set text(size: 10.5pt)
  set par(leading: 6pt, justify: false)
  align((underTitle: center, overTable: right, free: left).at(it.place), lines(it.text))
}))
#let cell(it, size) = table.cell(colspan: it.colSpan, rowspan: it.rowSpan, breakable: false,
  align: if it.left { left + horizon } else { center + horizon },
  { set text(size: if it.size == none { size } else { it.size * 1pt }); lines(it.text) })
#let grid-of(it) = {
  let size = it.size * 1pt
  let one(c) = cell(c, size)
  let grid(..rows) = flat({
    set text(cjk-latin-spacing: none)
    set par(leading: 0.25em, justify: false)
    table(columns: it.widths.map(w => w * 1fr), stroke: 0.5pt, inset: (x: it.inset * 1pt, y: 4pt), ..rows)
  })
  let head = it.rows.slice(0, it.headerRows).flatten().map(one)
  if it.parts.len() == 1 {
    let repeated = if head.len() > 0 { (table.header(repeat: true, ..head),) } else { () }
    let body = it.rows.slice(it.headerRows).flatten().map(one)
    block(above: 6pt, below: pitch, breakable: it.breakable, grid(..repeated, ..body))
  } else {
    for (n, part) in it.parts.enumerate() {
      let rows = it.rows.slice(part.at(0), part.at(1)).flatten().map(one)
      block(above: if n == 0 { 6pt } else { 0pt }, breakable: false, grid(..rows))
    }
    v(pitch - 6pt)
  }
}
#let seal(it) = block(above: 2 * pitch + 16pt, breakable: false, flat({
  for line in it.lines { block(spacing: pitch, h(2em) + line) }
  v(if it.lines.len() > 0 { 28.95pt } else { 0pt })
  block(width: 100%, spacing: pitch, align(right, it.unit + h(4em)))
  block(width: 100%, spacing: pitch, align(right, it.date + h(4em)))
}))
#for it in doc.blocks {
  if it.newPage { pagebreak(weak: true) }
  if it.kind == "title" { title(it.lines.join(linebreak())) }
  else if it.kind == "heading" { heading(level: it.level, it.text) }
  else if it.kind == "paragraph" { if it.flush { flat(par(lines(it.text))) } else { par(lines(it.text)) } }
  else if it.kind == "note" { small(it) }
  else if it.kind == "table" { grid-of(it) }
  else { seal(it) }
}
`
