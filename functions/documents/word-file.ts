/* The Word file: page, styles, page numbers, and the blocks in order. Loaded by docx.ts with the first document. */
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Block, DocumentModel } from '../../shared/report/document.ts'
import { needsOwnPage } from './own-page.ts'
import { fontTablePart } from './word-fonts.ts'
import { linePitch, page, size } from './word-measures.ts'
import {
  bodyParagraph,
  headingParagraph,
  type NotePlace,
  noteParagraph,
  signatureParagraphs,
  titleParagraphs,
} from './word-paragraphs.ts'
import { styleIds, styles } from './word-styles.ts'
import { wordTable } from './word-table.ts'
import { xmlText } from './word-text.ts'

/** 「— 1 —」 outside: at the right of odd pages, at the left of even ones, one character in. */
const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: size.no4 * 10 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

interface Surroundings {
  readonly place: NotePlace
  readonly onNewPage: boolean
  readonly beforeSignature: boolean
  readonly language: 'zh' | 'en'
}

const partOf = (
  block: Block,
  { place, onNewPage, beforeSignature, language }: Surroundings,
): readonly (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'title':
      return titleParagraphs(block)
    case 'heading':
      return [headingParagraph(block, onNewPage || block.newPage === true)]
    case 'paragraph':
      return [bodyParagraph(block, beforeSignature)]
    case 'note':
      return [noteParagraph(block, place)]
    case 'table':
      return [wordTable(block, language)]
    case 'signature':
      return signatureParagraphs(block)
  }
}

const partsOf = ({ blocks, language }: DocumentModel): readonly (Paragraph | Table)[] => {
  const firstOther = blocks.findIndex((block) => block.kind !== 'title' && block.kind !== 'note')
  return blocks.flatMap((block, index) => {
    const [next, afterNext] = blocks.slice(index + 1, index + 3)
    const headed = next?.kind === 'note' ? afterNext : next
    const overTable = next?.kind === 'table' ? 'overTable' : 'free'
    return partOf(block, {
      place: index < firstOther ? 'underTitle' : overTable,
      onNewPage: headed?.kind === 'table' && needsOwnPage(headed),
      beforeSignature: next?.kind === 'signature',
      language,
    })
  })
}

/** The document as the bytes of a .docx file. */
export const wordFile = async (model: DocumentModel): Promise<Uint8Array> => {
  const document = new Document({
    title: xmlText(model.name),
    creator: 'Huibao',
    lastModifiedBy: 'Huibao',
    styles: styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height, orientation: PageOrientation.PORTRAIT },
            margin: { ...page, header: page.footer },
          },
          grid: { type: DocumentGridType.DEFAULT, linePitch },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: partsOf(model),
      },
    ],
  })
  return Packer.pack(document, 'uint8array', undefined, [fontTablePart])
}
