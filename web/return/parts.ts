/* Addresses of a return and of its parts; the pages themselves are listed in part-pages.tsx. */

/** The parts of a return that are no section of its form. */
export const partNames = ['check', 'receipt', 'cover', 'revisions', 'workbook'] as const
export type PartName = (typeof partNames)[number]

export const isPartName = (text: string): text is PartName => partNames.some((name) => name === text)

/** The address of a return, or of a part of it: a section by its id, or one of `partNames`. */
export const addressOf = ({ round, unit }: { readonly round: string; readonly unit: string }, part?: string): string =>
  `/rounds/${encodeURIComponent(round)}/returns/${encodeURIComponent(unit)}${part === undefined ? '' : `/${part}`}`
