import type { TableBlock } from '../../shared/report/document.ts'

/** A table of no more rows is kept on one page. */
export const shortTable = 8

/**
 * A long table whose labels span rows begins on a page of its own, where it fits: torn, nobody sees on the next page
 * which group a row belongs to, and LibreOffice loses rows of it. Where it does not fit its heading rows repeat.
 */
export const needsOwnPage = ({ rows, headerRows }: TableBlock): boolean =>
  rows.length > shortTable && rows.slice(headerRows).some((row) => row.some((cell) => cell.rowSpan !== undefined))
