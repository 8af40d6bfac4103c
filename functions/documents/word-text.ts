/* Text as XML can hold it. The library escapes &, < and quotes; this file cares for what has no escape at all. */

/* XML 1.0 knows tab, line feed and carriage return of the control characters, no half surrogate pairs, no U+FFFE/F. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to be taken out
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu

/** The text without characters that no XML document may contain. */
export const xmlText = (text: string): string => text.replace(forbidden, '')

/** The lines of a text, as XML can hold them. */
export const xmlLines = (text: string): readonly string[] => xmlText(text).split(/\r\n|\r|\n/)
