/* Paragraphs that a report's text has from its units. */

/** The paragraphs of a text, without empty lines. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The text with a paragraph at its end. */
export const withParagraph = (text: string, paragraph: string): string =>
  text.trim() === '' ? paragraph : `${text.replace(/\s+$/, '')}\n${paragraph}`

/**
 * The units of which a paragraph stands in the text, word by word: what was taken over keeps its source, and loses it
 * with the first word that is changed, for then it is the report's own.
 */
export const takenFrom = (
  text: string,
  units: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  cell: string,
): readonly string[] => {
  const own = new Set(paragraphsOf(text))
  return Object.entries(units).flatMap(([unit, cells]) => {
    const theirs = cells[cell]
    return typeof theirs === 'string' && paragraphsOf(theirs).some((paragraph) => own.has(paragraph)) ? [unit] : []
  })
}
