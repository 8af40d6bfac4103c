import type { Said } from './fill-words.ts'

export const en: Said = {
  zeroButton: 'Fill the rest with 0',
  nilButton: 'Nil return',
  zeroIs: (count: number) =>
    `The ${count} blank cells of this section become 0; what is filled stays. They are marked as filled by one click, and you can undo it.`,
  nilIs: (count: number) =>
    `All of this section is zero: the ${count} blank cells become 0. Where a figure other than 0 stands, nothing is filled and the cells are named.`,
  zeroSure: 'Yes, fill with 0',
  nilSure: 'Yes, nil return',
  cancel: 'Cancel',
  filledIn: (count: number) => (count === 1 ? '1 cell was filled.' : `${count} cells were filled.`),
  toIt: 'Go there',
}
