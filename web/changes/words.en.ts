import type { Said } from './words.ts'

export const en: Said = {
  cell: 'Item',
  was: 'Before',
  now: 'Now',
  inFile: 'In the file',
  where: 'Where',
  blank: '(blank)',
  asZero: '“-”, saved as 0',
  who: 'Changed by',
  theirs: 'Their value',
  goneBegins: '[removed: ',
  newBegins: '[added: ',
  ends: ']',
  leftOut: (count: number) => ` (${count} unchanged characters left out here) `,
  wasAndNow: (was: string, now: string) => `${was} → ${now}`,
  places: (count: number) => `Changed in ${count === 1 ? 'one place' : `${count} places`}.`,
  whole: 'Show the whole text',
  shorter: 'Show the changes only',
  marks: 'Removed text is struck through, added text is underlined.',
}
