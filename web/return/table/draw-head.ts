/* The caption and the header of a table, drawn once per language. */
import { language } from '../../language.ts'
import { element } from './element.ts'
import type { HeadCell, Sheet } from './layout.ts'
import { say } from './words.ts'

/** The measure stands in the caption where all columns share it, else in the header of each. */
const commonMeasure = ({ head }: Sheet): string | undefined => {
  const measures = new Set(head.flat().map(({ measure }) => measure))
  measures.delete(undefined)
  return head.length > 1 && measures.size === 1 ? [...measures][0] : undefined
}

const drawCaption = (title: string, isSeen: boolean, measure: string | undefined): HTMLElement => {
  const [caption, name] = [element('caption'), element('span', isSeen ? '' : 'unseen')]
  name.textContent = title
  caption.append(name)
  if (measure !== undefined && language.peek() === 'zh') {
    const unit = element('small')
    unit.textContent = say().unit(measure)
    caption.append(unit)
  }
  return caption
}

const headCell = (label: string, columns: number, lines: number): HTMLTableCellElement => {
  const cell = element('th')
  cell.scope = columns > 1 ? 'colgroup' : 'col'
  if (columns > 1) cell.colSpan = columns
  if (lines > 1) cell.rowSpan = lines
  /* Stays in view while a wide group is scrolled. */
  const text = element('span')
  text.textContent = label
  cell.append(text)
  return cell
}

const labelOf = ({ label, measure }: HeadCell, isCommon: boolean): string => {
  const shown = measure === undefined || isCommon || language.peek() === 'en' ? '' : `（${measure}）`
  return `${label[language.peek()]}${shown}`
}

/** Draws caption and header; `title` names the table where it has no caption of its own. */
export const drawHead = (sheet: Sheet, title: string): readonly HTMLElement[] => {
  const { caption, corner, head } = sheet
  const measure = commonMeasure(sheet)
  const lines = head.map((cells) => {
    const line = element('tr')
    line.append(...cells.map((cell) => headCell(labelOf(cell, measure !== undefined), cell.columns, cell.lines)))
    return line
  })
  if (corner !== undefined) {
    const cell = headCell(corner[language.peek()], 1, head.length)
    cell.className = 'corner'
    lines[0]?.prepend(cell)
  }
  const part = element('thead')
  part.append(...lines)
  return [drawCaption(caption?.[language.peek()] ?? title, caption !== undefined, measure), part]
}

/** Columns of the table, with that of the row labels. */
export const widthOf = ({ head, corner }: Sheet): number =>
  (head[0] ?? []).reduce((sum, { columns }) => sum + columns, corner === undefined ? 0 : 1)
